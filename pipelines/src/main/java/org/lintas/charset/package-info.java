/** Charset detection and decoding of pages and plain text, including the legacy charsets of the region. */
package org.lintas.charset;
