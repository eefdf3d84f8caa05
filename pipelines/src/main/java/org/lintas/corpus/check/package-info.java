/** What is expected of a corpus, and whether it holds. */
package org.lintas.corpus.check;
