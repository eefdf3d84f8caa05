/** Measures incidents: written ones, articles grouped by editors, and pairs of real articles for readers. */
package org.lintas.lab.incident;
