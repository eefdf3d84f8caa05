/** Measuring: extraction, archives, charsets, deduplication alone, the plain loop, and archives of any size to measure with. */
package org.lintas.lab;
