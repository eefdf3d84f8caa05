/** The report of a corpus: the page on what happened, the page on quality, and their sections. */
package org.lintas.report;
