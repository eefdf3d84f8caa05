/** Measures labels of places and countries against those of readers. */
package org.lintas.lab.place;
