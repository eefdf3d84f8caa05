/**
 * Comparing texts: tokens, shingles, MinHash signatures, alignment, and the plain reference of the whole.
 * No Beam; {@code dedup.shuffle} does the same for any number of articles.
 */
package org.lintas.dedup.text;
