/** Dates as the press of the region writes them, relative ones included, and the time zone of an outlet. */
package org.lintas.extract.dates;
