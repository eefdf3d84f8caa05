package org.lintas.figure.token;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lintas.figure.token.Token.Kind;

/** A text and the words and numbers found in it, in its order. */
public final class TokenText {

    private static final String OPENING = "(（";
    private static final String CLOSING = ")）";

    /** How far before a number, in UTF-16 units, the bracket that it is in may open. */
    private static final int BRACKET_REACH = 80;

    /** How many numbers, and words that make them ranges, an age may have. */
    public static final int MAX_AGE = 6;

    /** The longest word with a full stop that is an abbreviation, in UTF-16 units. */
    private static final int LONGEST_ABBREVIATION = 4;

    private final String text;
    private final List<Token> tokens;

    /** What ends the part of a sentence that an amount is in. */
    private final String clauseStops;

    /**
     * A text with what was found in it.
     *
     * @param clauseStops characters that end the part of a sentence that an amount is in; if no full stop is among them, one behind a short word only
     *     abbreviates it
     */
    public TokenText(String text, List<Token> tokens, String clauseStops) {
        this.text = text;
        this.tokens = tokens;
        this.clauseStops = clauseStops;
    }

    /** How many tokens there are. */
    public int size() {
        return tokens.size();
    }

    /** The token at an index. */
    public Token get(int index) {
        return tokens.get(index);
    }

    /** The token at an index, if there is one. */
    public Optional<Token> token(int index) {
        return index >= 0 && index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
    }

    /** Whether there is a token at an index, and it has a role. */
    public boolean is(int index, Kind kind) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(kind);
    }

    /** The character at an index; a space outside the text. */
    public char charAt(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
    }

    /** Whether there is a Latin letter at an index. */
    public boolean isLatin(int at) {
        return NumberReader.isLetter(charAt(at));
    }

    /** The text from an index up to another; empty if they are in the other order. */
    public String between(int from, int to) {
        return text.substring(from, Math.max(from, to));
    }

    /** Length of the text in UTF-16 units. */
    public int length() {
        return text.length();
    }

    /** Whether at most a space or a hyphen is between a token and the next one. */
    public boolean touches(int index) {
        return index >= 0 && index + 1 < tokens.size() && touch(text, tokens.get(index), tokens.get(index + 1));
    }

    static boolean touch(String text, Token left, Token right) {
        int gap = right.start() - left.end();
        return gap == 0 || (gap == 1 && " \u00A0\u200B-".indexOf(text.charAt(left.end())) >= 0);
    }

    /** Whether a token begins with a digit of any script. */
    public boolean startsWithDigit(int index) {
        return Character.isDigit(text.charAt(tokens.get(index).start()));
    }

    /** Whether a number is an age, alone or of several: aged 29 and 47. */
    public boolean isAge(int number) {
        boolean isOfPeople =
                get(number).code().equals(Token.SINGLE) || is(number + 1, Kind.PERSON) || is(number + 1, Kind.PART);
        if (isOfPeople && touches(number)) {
            return false;
        }
        int before = number - 1;
        while (number - before <= MAX_AGE
                && touches(before)
                && (is(before, Kind.NUMBER) || is(before, Kind.RANGE) || is(before, Kind.FROM))) {
            before--;
        }
        return touches(before)
                && is(before, Kind.LABEL)
                && tokens.get(before).code().equals(Token.AGE);
    }

    /** Whether a currency belongs to the number that it touches, not to the one before it: ten $100 bills, P500-P700. */
    public boolean isOfNext(int currency) {
        Token token = tokens.get(currency);
        boolean isSign = !Character.isLetter(text.charAt(token.end() - 1)) || charAt(token.start() - 1) == '-';
        return isSign
                && is(currency + 1, Kind.NUMBER)
                && tokens.get(currency + 1).start() == token.end();
    }

    /** Whether a currency is written before what follows it: Rp. 5, US$ 5. */
    public boolean leads(int index) {
        if (index < 0 || index + 1 >= tokens.size()) {
            return false;
        }
        String gap = between(tokens.get(index).end(), tokens.get(index + 1).start());
        return gap.isEmpty() || gap.equals(" ") || gap.equals("\u00A0") || gap.equals(".") || gap.equals(". ");
    }

    /** The index behind a token and the links that follow it; a word before a total is of what follows. */
    public int afterLinks(int index) {
        int at = index + 1;
        while (is(at, Kind.LINK) && !tokens.get(at).code().equals(Token.TOTAL) && touches(at - 1)) {
            at++;
        }
        return at;
    }

    /** The index before a token and the links that precede it. */
    public int beforeLinks(int index) {
        int at = index - 1;
        while (is(at, Kind.LINK) && touches(at)) {
            at--;
        }
        return at;
    }

    /** Whether no sentence, and no part of one, ends from an index of the text up to another. */
    public boolean isOneSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isFullStop = c == '.'
                    && i + 1 < to
                    && text.charAt(i + 1) == ' '
                    && i > 1
                    && text.charAt(i - 2) != '.'
                    && (clauseStops.indexOf('.') >= 0 || !isShort(i));
            if ((c != '.' && clauseStops.indexOf(c) >= 0) || isFullStop) {
                return false;
            }
        }
        return true;
    }

    /** Whether what stands before an index, up to a space, is no longer than an abbreviation: มม. */
    private boolean isShort(int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_ABBREVIATION && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return end - start <= LONGEST_ABBREVIATION;
    }

    /** Where the bracket opens that an index of the text is in. */
    public OptionalInt bracket(int at) {
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
    public boolean isClosing(int at) {
        return CLOSING.indexOf(charAt(at)) >= 0;
    }

    /** Whether a bracket opens between two indexes of the text, with at most a space beside it. */
    public boolean opensBracket(int from, int to) {
        String gap = between(from, to).strip();
        return gap.length() == 1 && OPENING.indexOf(gap.charAt(0)) >= 0;
    }

    /** The index of the last token that ends at or before an index of the text, searched from a later token back; -1 if there is none. */
    public int lastBefore(int token, int at) {
        int index = token;
        while (index >= 0 && tokens.get(index).end() > at) {
            index--;
        }
        return index;
    }

    /** The index of the first token that starts at or behind an index of the text; the number of tokens if there is none. */
    public int firstFrom(int at) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
