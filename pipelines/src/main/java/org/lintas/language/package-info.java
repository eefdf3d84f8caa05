/** The language of an article: by script, and by a model of words and letters for those in Latin script. */
package org.lintas.language;
