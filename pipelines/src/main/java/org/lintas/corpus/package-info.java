/** A corpus as a folder: its manifest, its sources, and the steps that finish it. */
package org.lintas.corpus;
