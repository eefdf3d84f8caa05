/**
 * Duplicates among any number of articles: candidate pairs by LSH bands, verification, clusters, representatives.
 * Large because each shuffle needs a transform, the records that it sends, and classes that bound their memory.
 *
 * <p>Of a pair, the better text has the better {@link org.lintas.dedup.text.RepresentativeRank}; the other text is the one that may be
 * dropped.
 */
package org.lintas.dedup.shuffle;
