/**
 * WARC and ARC: members, records, HTTP messages, and finding the next record behind damage.
 * Own code because readers of others stop at the first damage and cannot start within a file; jwarc is the reference of its tests.
 * Large because finding records behind damage takes as much code as reading sound ones.
 */
package org.lintas.archive.warc;
