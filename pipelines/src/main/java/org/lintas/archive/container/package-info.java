/**
 * Readers of ZIP and tar; each entry is read by the reader of its own format. Own code for reading after damage, within
 * memory limits, and for sparse files; commons-compress reads a ZIP either only by its directory or only forwards.
 */
package org.lintas.archive.container;
