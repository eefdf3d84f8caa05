/**
 * Dates as the press of the region writes them, relative ones included, the time zone of an outlet, and what its dates tell together.
 * Large because reading a date, its time, its words and its outlet share their forms.
 */
package org.lintas.extract.dates;
