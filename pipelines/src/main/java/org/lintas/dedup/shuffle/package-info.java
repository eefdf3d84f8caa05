/**
 * Duplicates among any number of articles: candidate pairs by LSH bands, verification, clusters, representatives.
 * The package is large because each shuffle needs a transform, the records that it sends, and classes that bound their memory.
 */
package org.lintas.dedup.shuffle;
