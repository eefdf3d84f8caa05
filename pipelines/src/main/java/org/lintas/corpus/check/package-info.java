/** The expectations of a corpus and their checks. */
package org.lintas.corpus.check;
