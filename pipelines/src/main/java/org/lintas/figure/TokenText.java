package org.lintas.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lintas.figure.Token.Kind;

/** A text and the words and numbers found in it, in its order. */
final class TokenText {

    private static final String OPENING = "(（";
    private static final String CLOSING = ")）";

    /** How far before a number, in UTF-16 units, the bracket that it is in may open. */
    private static final int BRACKET_REACH = 80;

    private final String text;
    private final List<Token> tokens;

    /** What ends the part of a sentence that an amount is in. */
    private final String clauseStops;

    TokenText(String text, List<Token> tokens, String clauseStops) {
        this.text = text;
        this.tokens = tokens;
        this.clauseStops = clauseStops;
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    Optional<Token> token(int index) {
        return index >= 0 && index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
    }

    boolean is(int index, Kind kind) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(kind);
    }

    /** The character at an index; a space outside the text. */
    char charAt(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
    }

    String between(int from, int to) {
        return text.substring(from, Math.max(from, to));
    }

    int length() {
        return text.length();
    }

    int start(Amount amount) {
        return tokens.get(amount.first()).start();
    }

    int end(Amount amount) {
        return tokens.get(amount.last()).end();
    }

    /** Whether at most a space or a hyphen is between a token and the next one. */
    boolean touches(int index) {
        return index >= 0 && index + 1 < tokens.size() && touch(text, tokens.get(index), tokens.get(index + 1));
    }

    static boolean touch(String text, Token left, Token right) {
        int gap = right.start() - left.end();
        return gap == 0 || (gap == 1 && " \u00A0\u200B-".indexOf(text.charAt(left.end())) >= 0);
    }

    /** Whether a currency is written before what follows it: Rp. 5, US$ 5. */
    boolean leads(int index) {
        if (index < 0 || index + 1 >= tokens.size()) {
            return false;
        }
        String gap = between(tokens.get(index).end(), tokens.get(index + 1).start());
        return gap.isEmpty() || gap.equals(" ") || gap.equals("\u00A0") || gap.equals(".") || gap.equals(". ");
    }

    /** The index behind a token and the links that follow it. */
    int afterLinks(int index) {
        int at = index + 1;
        while (is(at, Kind.LINK) && touches(at - 1)) {
            at++;
        }
        return at;
    }

    /** The index before a token and the links that precede it. */
    int beforeLinks(int index) {
        int at = index - 1;
        while (is(at, Kind.LINK) && touches(at)) {
            at--;
        }
        return at;
    }

    boolean isOneSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isFullStop =
                    c == '.' && i + 1 < to && text.charAt(i + 1) == ' ' && i > 1 && text.charAt(i - 2) != '.';
            if (clauseStops.indexOf(c) >= 0 || isFullStop) {
                return false;
            }
        }
        return true;
    }

    /** Where the bracket opens that an index of the text is in. */
    OptionalInt bracket(int at) {
        for (int i = at - 1; i >= 0 && at - i <= BRACKET_REACH; i--) {
            char c = text.charAt(i);
            if (CLOSING.indexOf(c) >= 0 || c == '\n') {
                return OptionalInt.empty();
            }
            if (OPENING.indexOf(c) >= 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a bracket is closed at an index, not only opened again. */
    boolean isClosing(int at) {
        return CLOSING.indexOf(charAt(at)) >= 0;
    }

    /** Whether a bracket opens between two indexes of the text, with at most a space beside it. */
    boolean opensBracket(int from, int to) {
        String gap = between(from, to).strip();
        return gap.length() == 1 && OPENING.indexOf(gap.charAt(0)) >= 0;
    }

    /** The index of the last token that ends at or before an index of the text, searched from a later token back; -1 if there is none. */
    int lastBefore(int token, int at) {
        int index = token;
        while (index >= 0 && tokens.get(index).end() > at) {
            index--;
        }
        return index;
    }
}
