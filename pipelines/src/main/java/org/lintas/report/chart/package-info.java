/** Charts as SVG. */
package org.lintas.report.chart;
