/** Extraction of articles from captures. */
package org.lintas.extract;
