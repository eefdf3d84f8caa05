/**
 * The report of a corpus: the page on what happened, the page on quality, and their sections.
 * Large because every section of the two pages is here, and each is small.
 */
package org.lintas.report;
