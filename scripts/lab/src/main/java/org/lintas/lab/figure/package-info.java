/** How figures are read, against sentences that others wrote. */
package org.lintas.lab.figure;
