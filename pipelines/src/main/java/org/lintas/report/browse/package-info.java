/** The local page that searches a corpus: what is asked, the statements that answer it, and the server on loopback. */
package org.lintas.report.browse;
