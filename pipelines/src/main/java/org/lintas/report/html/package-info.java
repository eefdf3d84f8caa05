/** HTML whose text is always escaped. */
package org.lintas.report.html;
