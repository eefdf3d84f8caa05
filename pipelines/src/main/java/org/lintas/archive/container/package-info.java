/**
 * ZIP and tar: entries, each read by the reader of its own format.
 * Own code for entries behind damage, sparse files and bounds; commons-compress reads a ZIP only by its directory or only forwards.
 */
package org.lintas.archive.container;
