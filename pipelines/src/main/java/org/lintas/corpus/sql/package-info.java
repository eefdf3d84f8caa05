/** Access to DuckDB: bounded memory, the views of a corpus, recipes. */
package org.lintas.corpus.sql;
