/**
 * Comparing texts: tokens, shingles, MinHash signatures, alignment, and a reference implementation of the whole. Without Beam;
 * {@code dedup.shuffle} does the same for any number of articles. Large because the guards against merging other reports see tokens,
 * numbers in words, headlines and alignments, each in a class of its own.
 */
package org.lintas.dedup.text;
