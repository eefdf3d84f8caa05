/** The ground of all that reads text: languages, scripts, normalisation, term matching, digests. */
package org.lintas.text;
