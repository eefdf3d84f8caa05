/** Duplicates among any number of articles: candidate pairs by LSH bands, verification, clusters, representatives. */
package org.lintas.dedup.shuffle;
