/** What a page says of itself: title, author, address, dates, in its head, in JSON-LD, and in print. */
package org.lintas.extract.metadata;
