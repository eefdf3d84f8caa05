/** Which of the days, places and figures that an article tells are those of its event. Plain Java. */
package org.lintas.incident.fact;
