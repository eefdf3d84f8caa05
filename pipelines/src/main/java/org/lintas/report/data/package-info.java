/** The data of the report: one record for each section, found with the SQL that it is shown with. */
package org.lintas.report.data;
