/** A corpus as a folder: its manifest, what it has been made of, and how it is finished. */
package org.lintas.corpus;
