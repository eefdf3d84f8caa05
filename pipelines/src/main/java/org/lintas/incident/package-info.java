/** Joins articles that tell of one incident, in any language, and takes from them what they agree on. */
package org.lintas.incident;
