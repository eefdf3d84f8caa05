/**
 * Amounts that an article states: money, goods, people.
 *
 * <p>Large because what a number counts is told in many ways, each of which is small: before it, behind it, together with others, as the total of what was counted.
 */
package org.lintas.figure;
