/**
 * Rows and Parquet: paths and order of part files, writing and reading them, and the manifest that lists them.
 * Large because sorting, writing and reading of part files depend on one order of rows.
 */
package org.lintas.dataset;
