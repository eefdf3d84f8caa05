package org.lintas.dedup.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import org.lintas.text.Script;

/** The class of each UTF-16 unit for {@link Tokens}, and its normal form: half width, lower case. */
final class CharacterClasses {

    /** Ends a token: most punctuation, symbols. */
    static final byte BREAK = 0;
    /** Ends a token and a sentence or a line; also a colon, after which many outlets write a capital. */
    static final byte SENTENCE = 1;
    /**
     * Ends a word; ignored between letters of a script without spaces, where sources differ in their use of it.
     */
    static final byte SPACE = 2;
    /** Letter or mark of a script that separates words. */
    static final byte LETTER = 3;
    /** As {@link #LETTER}, a capital. */
    static final byte CAPITAL = 4;
    /** Letter of a script without spaces between words. */
    static final byte UNSPACED = 5;
    /** Mark that belongs to the letter before it, in a script without spaces. */
    static final byte UNSPACED_MARK = 6;
    /** Decimal digit of any script. */
    static final byte DIGIT = 7;
    /** Ignored: apostrophes within words, soft hyphens, zero-width characters. */
    static final byte IGNORED = 8;

    private static final byte[] KIND = new byte[0x10000];
    private static final char[] FOLD = new char[0x10000];

    static {
        for (int c = 0; c < KIND.length; c++) {
            char folded = fold((char) c);
            FOLD[c] = folded;
            KIND[c] = kind((char) c, folded);
        }
        for (char c :
                new char[] {'.', '!', '?', ':', '\n', '\r', '\u2028', '\u2029', '\u2026', '\u3002', '\uFF1A', '\uFF01'
                }) {
            KIND[c] = SENTENCE;
        }
        for (char c :
                new char[] {'\'', '\u2019', '\u2018', '\u02BC', '\u00AD', '\u200B', '\u200C', '\u200D', '\uFEFF'}) {
            KIND[c] = IGNORED;
        }
        // Halves of surrogate pairs: rare ideographs, and emoji, for which the class does not matter.
        Arrays.fill(KIND, Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1, UNSPACED);
    }

    private CharacterClasses() {}

    static byte kind(char c) {
        return KIND[c];
    }

    /** The normal form; digits of every script become ASCII. */
    static char folded(char c) {
        return FOLD[c];
    }

    private static char fold(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        String compatible =
                c < 0x80 ? String.valueOf(c) : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return Character.toLowerCase(compatible.length() == 1 ? compatible.charAt(0) : c);
    }

    private static byte kind(char c, char folded) {
        return switch (Character.getType(folded)) {
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                isUnspaced(folded) ? UNSPACED_MARK : LETTER;
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER ->
                isUnspaced(folded) ? UNSPACED : Character.isUpperCase(c) ? CAPITAL : LETTER;
            case Character.SPACE_SEPARATOR, Character.CONTROL -> SPACE;
            case Character.FORMAT -> IGNORED;
            default -> BREAK;
        };
    }

    private static boolean isUnspaced(char c) {
        UnicodeScript script = UnicodeScript.of(c);
        return !Script.of(c).hasWordSpaces()
                || script == UnicodeScript.TAI_LE
                || script == UnicodeScript.NEW_TAI_LUE
                || script == UnicodeScript.TAI_THAM
                || script == UnicodeScript.TAI_VIET
                || script == UnicodeScript.TIBETAN;
    }
}
