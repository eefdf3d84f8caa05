/** What all readers have in common: the interface of a reader, where it puts records, names of fields. */
package org.lintas.archive.input;
