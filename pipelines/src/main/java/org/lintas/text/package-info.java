/** Basics of text processing: languages, scripts, normalisation, term matching, digests. */
package org.lintas.text;
