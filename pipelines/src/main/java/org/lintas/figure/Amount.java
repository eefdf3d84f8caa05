package org.lintas.figure;

/**
 * A number with its magnitudes, or a range of two.
 *
 * @param first index of its first token
 * @param last index of its last token
 * @param value its value, the lower one of a range
 * @param high the upper one of a range; NaN if there is none
 * @param bare whether it is digits or a number word alone, without a magnitude
 */
record Amount(int first, int last, double value, double high, boolean bare) {}
