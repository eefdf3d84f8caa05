/** Rows and Parquet: where part files lie, their order, writing and reading them. */
package org.lintas.dataset;
