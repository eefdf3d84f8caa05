package org.lintas.figure;

import org.lintas.figure.token.TokenText;

/**
 * A number with its magnitudes, or a range of two.
 *
 * @param first index of its first token
 * @param last index of its last token
 * @param value its value, the lower one of a range
 * @param high the upper one of a range; NaN if there is none
 * @param bare whether it is digits or a number word alone, without a magnitude
 */
record Amount(int first, int last, double value, double high, boolean bare) {

    /** Where it starts in a text, in UTF-16 units. */
    int start(TokenText text) {
        return text.get(first).start();
    }

    /** The unit after its last. */
    int end(TokenText text) {
        return text.get(last).end();
    }
}
