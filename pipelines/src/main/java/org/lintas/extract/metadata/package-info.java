/** Metadata of a page: title, author, address and dates, from its head, from JSON-LD, and from its text. */
package org.lintas.extract.metadata;
