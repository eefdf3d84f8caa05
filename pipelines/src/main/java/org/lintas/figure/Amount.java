package org.lintas.figure;

import java.util.ArrayList;
import java.util.List;

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

    /** The amounts of a text, in its order. */
    static List<Amount> of(String text, List<Token> tokens) {
        var amounts = new ArrayList<Amount>();
        int next = 0;
        while (next < tokens.size()) {
            if (tokens.get(next).is(Token.Kind.NUMBER)) {
                Amount amount = range(text, tokens, single(text, tokens, next));
                amounts.add(amount);
                next = amount.last;
            }
            next++;
        }
        return amounts;
    }

    /** One number and what multiplies it, then smaller ones that are added: 2 million 500 thousand. */
    private static Amount single(String text, List<Token> tokens, int first) {
        double sum = 0;
        double smallest = Double.MAX_VALUE;
        int at = first;
        int last = first;
        while (at < tokens.size() && tokens.get(at).is(Token.Kind.NUMBER)) {
            double factor = 1;
            int end = at;
            while (end + 1 < tokens.size()
                    && (tokens.get(end + 1).is(Token.Kind.MAGNITUDE) || leadsToMagnitude(tokens, end + 1))
                    && touches(text, tokens.get(end), tokens.get(end + 1))) {
                end++;
                factor *= tokens.get(end).is(Token.Kind.MAGNITUDE)
                        ? tokens.get(end).value()
                        : 1;
            }
            if (factor >= smallest) {
                break;
            }
            sum += tokens.get(at).value() * factor;
            smallest = factor;
            last = end;
            at = end + 1;
            if (factor == 1 || at >= tokens.size() || !touches(text, tokens.get(end), tokens.get(at))) {
                break;
            }
        }
        return new Amount(first, last, sum, Double.NaN, last == first);
    }

    /** As in "3 thousand odd million". */
    private static boolean leadsToMagnitude(List<Token> tokens, int at) {
        return tokens.get(at).is(Token.Kind.LINK)
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Token.Kind.MAGNITUDE);
    }

    private static Amount range(String text, List<Token> tokens, Amount low) {
        int at = low.last + 1;
        boolean byWord = at < tokens.size()
                && tokens.get(at).is(Token.Kind.RANGE)
                && touches(text, tokens.get(low.last), tokens.get(at));
        int second = byWord ? at + 1 : at;
        if (second >= tokens.size() || !tokens.get(second).is(Token.Kind.NUMBER)) {
            return low;
        }
        Token before = tokens.get(second - 1);
        String gap = text.substring(before.end(), tokens.get(second).start());
        boolean joined =
                byWord ? gap.isBlank() && gap.length() <= 1 : gap.strip().matches("[-–—~]") && gap.length() <= 3;
        if (!joined) {
            return low;
        }
        Amount high = single(text, tokens, second);
        double factor = low.bare ? high.value / tokens.get(second).value() : 1;
        double value = low.value * factor;
        return high.value > value ? new Amount(low.first, high.last, value, high.value, low.bare && high.bare) : low;
    }

    /** Whether at most a space or a hyphen is between two tokens. */
    static boolean touches(String text, Token left, Token right) {
        int gap = right.start() - left.end();
        return gap == 0 || (gap == 1 && " \u00A0-".indexOf(text.charAt(left.end())) >= 0);
    }
}
