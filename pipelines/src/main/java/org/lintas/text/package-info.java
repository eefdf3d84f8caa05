/**
 * Basics of text processing: languages, scripts, normalisation, term matching, digests.
 * Large because every stage shares it, and each class is small and knows few others.
 */
package org.lintas.text;
