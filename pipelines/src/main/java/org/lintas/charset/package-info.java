/** From bytes to characters: the charset of a page, of plain text, and the old charsets of the region. */
package org.lintas.charset;
