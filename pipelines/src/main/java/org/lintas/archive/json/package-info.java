/** JSON lines and JSON arrays as records. */
package org.lintas.archive.json;
