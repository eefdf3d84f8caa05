/** Shared by all readers: the interface of a reader, the sink for records, names of fields. */
package org.lintas.archive.input;
