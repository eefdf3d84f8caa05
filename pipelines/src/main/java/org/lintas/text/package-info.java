/**
 * Basics of text processing: languages, scripts, normalisation, term matching, digests.
 * Large because every stage reads text: what they share is here once, and made for speed.
 */
package org.lintas.text;
