package org.lintas.text;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;

/**
 * Text folded for matching: lower case, traditional Chinese as simplified, one placement of Vietnamese tones, straight
 * apostrophes, line breaks as spaces, and without the spaces that some sources put between Khmer or Burmese words. Each
 * folded character is mapped to its offset in the text.
 */
public final class FoldedText {

    private static final char[] FOLD = foldTable();

    /**
     * Vowel pairs whose tone may be written on either letter: the plain pair, the first vowel with each tone, the
     * second vowel with each tone.
     */
    static final String[][] TONES = {{"oa", "òóỏõọ", "àáảãạ"}, {"oe", "òóỏõọ", "èéẻẽẹ"}, {"uy", "ùúủũụ", "ỳýỷỹỵ"}};

    private static final char FIRST_TONED = 'à';
    private static final char LAST_TONED = 'ỹ';

    private static final char FIRST_HAN = '\u4E00';
    private static final char LAST_HAN = '\u9FFF';

    static final char BURMESE_ZERO = '\u1040';
    static final char BURMESE_WA = '\u101D';

    private final char[] chars;
    /** Null if nothing was left out, so that each character is where it was. */
    private final int[] offsets;

    private final int length;

    private FoldedText(char[] chars, int[] offsets, int length) {
        this.chars = chars;
        this.offsets = offsets;
        this.length = length;
    }

    /** Folds a text that {@link TextNormaliser} has normalised. */
    public static FoldedText of(String text) {
        char[] chars = text.toCharArray();
        int n = chars.length;
        int[] offsets = null;
        int length = 0;
        for (int i = 0; i < n; i++) {
            char c = FOLD[chars[i]];
            if (c == ' ') {
                if (length > 0 && i + 1 < n && isUnspaced(chars[length - 1]) && isUnspaced(chars[i + 1])) {
                    offsets = offsets == null ? identity(length, n) : offsets;
                    continue;
                }
            } else if (c == BURMESE_ZERO && isTypedForWa(text, i)) {
                c = BURMESE_WA;
            } else if (c >= FIRST_TONED && c <= LAST_TONED && length > 0) {
                c = placeTone(chars, length, c);
            }
            chars[length] = c;
            if (offsets != null) {
                offsets[length] = i;
            }
            length++;
        }
        if (offsets != null) {
            offsets[length] = n;
        }
        return new FoldedText(chars, offsets, length);
    }

    /** Offsets of a text of which nothing was left out among its first characters; those of the others are to come. */
    private static int[] identity(int first, int length) {
        var offsets = new int[length + 1];
        for (int i = 0; i < first; i++) {
            offsets[i] = i;
        }
        return offsets;
    }

    public int length() {
        return length;
    }

    /** The folded characters; those behind {@link #length} mean nothing. For reading in a loop. */
    char[] chars() {
        return chars;
    }

    /** The offset of a folded character in the text, in UTF-16 units; the length of the text for {@link #length()}. */
    public int offset(int index) {
        return offsets == null ? index : offsets[index];
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    /** What a single character is folded to, whatever stands beside it. */
    static char fold(char c) {
        return FOLD[c];
    }

    /** Whether a space between two such characters is left out. */
    static boolean isUnspaced(char c) {
        return (c >= '\u1780' && c <= '\u17D3') || isBurmeseLetter(c);
    }

    /**
     * Whether a digit zero stands for the similar letter wa, which is a common typo: it is next to letters and not next
     * to digits.
     */
    private static boolean isTypedForWa(String text, int at) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return (isBurmeseLetter(before) || isBurmeseLetter(after)) && !isBurmeseDigit(before) && !isBurmeseDigit(after);
    }

    private static boolean isBurmeseLetter(char c) {
        return c >= '\u1000' && c <= '\u103E';
    }

    private static boolean isBurmeseDigit(char c) {
        return c >= '\u1040' && c <= '\u1049';
    }

    /**
     * Moves a tone from the second vowel of oa, oe and uy to the first (hoà becomes hòa); after q, u is not a vowel.
     *
     * @param length characters before this one
     * @return the character, without its tone if that was moved
     */
    private static char placeTone(char[] chars, int length, char c) {
        char before = chars[length - 1];
        if (before != 'o' && (before != 'u' || (length > 1 && chars[length - 2] == 'q'))) {
            return c;
        }
        for (String[] pair : TONES) {
            int tone = before == pair[0].charAt(0) ? pair[2].indexOf(c) : -1;
            if (tone >= 0 && (length < 2 || chars[length - 2] != 'q')) {
                chars[length - 1] = pair[1].charAt(tone);
                return pair[0].charAt(1);
            }
        }
        return c;
    }

    /**
     * All Chinese characters, each converted to simplified form; one call of the transliterator is faster than many.
     */
    private static String[] simplified() {
        var lines = new StringBuilder();
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            lines.append(c).append('\n');
        }
        return Transliterator.getInstance("Traditional-Simplified")
                .transliterate(lines.toString())
                .split("\n");
    }

    private static char[] foldTable() {
        var table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = Character.toLowerCase((char) c);
        }
        String[] simplified = simplified();
        for (int i = 0; i < simplified.length; i++) {
            if (simplified[i].length() == 1) {
                table[FIRST_HAN + i] = simplified[i].charAt(0);
            }
        }
        Arrays.fill(table, '\t', '\r' + 1, ' ');
        table[0x00A0] = ' ';
        table[0x2019] = '\'';
        table[0x2018] = '\'';
        return table;
    }
}
