/** The data of the report: one record with its SQL for each section. */
package org.lintas.report.data;
