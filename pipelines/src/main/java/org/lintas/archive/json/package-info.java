/** Readers of JSON lines and JSON arrays. */
package org.lintas.archive.json;
