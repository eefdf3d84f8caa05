/** The report of a corpus: its sections and its page. */
package org.lintas.report;
