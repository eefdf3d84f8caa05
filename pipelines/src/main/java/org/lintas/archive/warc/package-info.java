/**
 * Reader of WARC and ARC: members, records, HTTP messages, and the search for the next record after damage. Own code
 * because existing readers stop at the first damage and cannot start within a file; tests compare with jwarc. Much of
 * the code is for finding records after damage.
 */
package org.lintas.archive.warc;
