/** Single pages and texts, and saved pages in MHTML. */
package org.lintas.archive.page;
