/** Articles that are to be left out on request, and personal numbers that are to be masked. */
package org.lintas.privacy;
