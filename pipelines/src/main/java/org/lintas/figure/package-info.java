/** Amounts that an article states: money, goods, people. */
package org.lintas.figure;
