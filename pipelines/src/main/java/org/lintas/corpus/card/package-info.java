/** The documents of a corpus: README, dataset card, Croissant metadata, citation. */
package org.lintas.corpus.card;
