/** Merging corpora and removing articles, by streaming over sorted part files. */
package org.lintas.corpus.merge;
