/**
 * Duplicates among any number of articles: candidate pairs by LSH bands, verification, clusters, representatives.
 * Large because a shuffle is a transform, the records it sends and what holds them within memory.
 */
package org.lintas.dedup.shuffle;
