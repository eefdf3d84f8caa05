/** The numbers of a text, in digits and words, and the words beside them that figures are made of. */
package org.lintas.figure.token;
