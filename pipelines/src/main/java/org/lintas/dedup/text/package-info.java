/**
 * Comparing texts: tokens, shingles, MinHash signatures, alignment, and a reference implementation of the whole. Without Beam;
 * {@code dedup.shuffle} does the same for any number of articles.
 */
package org.lintas.dedup.text;
