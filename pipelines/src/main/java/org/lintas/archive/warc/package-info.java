/**
 * Reader of WARC and ARC: members, records, HTTP messages, and the search for the next record after damage. Own code
 * because existing readers stop at the first damage and cannot start within a file; tests compare with jwarc.
 * Large because finding records after damage takes as much code as reading valid ones.
 */
package org.lintas.archive.warc;
