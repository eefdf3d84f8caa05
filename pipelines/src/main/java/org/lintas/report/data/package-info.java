/** What the report says: one record and its SQL for each section. */
package org.lintas.report.data;
