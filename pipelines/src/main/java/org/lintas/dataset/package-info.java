/** Rows and Parquet: paths and order of part files, writing and reading them. */
package org.lintas.dataset;
