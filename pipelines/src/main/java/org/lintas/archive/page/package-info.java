/** Readers of single HTML pages and plain texts, and of pages saved as MHTML. */
package org.lintas.archive.page;
