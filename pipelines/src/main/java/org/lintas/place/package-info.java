/** Countries and places that an article names. */
package org.lintas.place;
