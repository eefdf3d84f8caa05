/**
 * Readers of CSV, Parquet and Avro. Parquet and Avro have own readers because the official ones allocate memory by
 * lengths in the file without validation, and stop at the first damaged page or block.
 * Large because two binary formats are read with limits on memory.
 */
package org.lintas.archive.table;
