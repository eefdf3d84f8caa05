/**
 * Joins articles that tell of one incident, in any language, and takes from them what they agree on.
 * Large because reading, comparing and dividing reports, and making rows of them, share one idea of what a report is.
 */
package org.lintas.incident;
