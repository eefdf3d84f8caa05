/**
 * CSV, Parquet and Avro: rows of tables as records.
 * Own readers of Parquet and Avro because those of the projects allocate what a damaged file asks for, and end at the first damaged page.
 * Large because two binary formats are read within bounds.
 */
package org.lintas.archive.table;
