/** The documents that a corpus carries: README, dataset card, Croissant metadata, citation. */
package org.lintas.corpus.card;
