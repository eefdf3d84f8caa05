package org.lintas.charset;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.List;
import org.lintas.text.WordTable;

/**
 * Scores how well bytes match the legacy charsets of Thai and Chinese: by the positions of vowels and tone marks in
 * Thai, by frequent characters in Chinese.
 */
final class RegionalCharsets {

    static final Charset THAI = Charset.forName("x-windows-874");
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    /** Minimum number of letters to recognise a script. */
    private static final int MIN_LETTERS = 6;

    /** Minimum share of vowels and tone marks above or below the line; they are about a quarter of Thai text. */
    private static final double MIN_MARKS_OF_THAI = 0.1;

    private static final BitSet FREQUENT_HANZI = new BitSet();

    static {
        for (List<String> row : WordTable.read(RegionalCharsets.class, "frequent_hanzi.tsv", 2)) {
            row.get(1).chars().forEach(FREQUENT_HANZI::set);
        }
    }

    private RegionalCharsets() {}

    /** Share of non-ASCII bytes in positions that are valid in Thai; punctuation of windows-874 is ignored. */
    static double thai(byte[] text) {
        int letters = 0;
        int right = 0;
        int marks = 0;
        int before = 0;
        for (byte signed : text) {
            int b = signed & 0xFF;
            if (b >= 0x80 && !isWindowsMark(b)) {
                letters++;
                boolean mark = isThaiMark(b);
                marks += mark ? 1 : 0;
                if (mark) {
                    right += (before >= 0xA1 && before <= 0xCE) || isThaiMark(before) ? 1 : 0;
                } else {
                    right += isThaiOnLine(b) ? 1 : 0;
                }
            }
            before = b;
        }
        return letters < MIN_LETTERS || marks < MIN_MARKS_OF_THAI * letters ? 0 : right / (double) letters;
    }

    private static boolean isThaiMark(int b) {
        return b == 0xD1 || (b >= 0xD4 && b <= 0xDA) || (b >= 0xE7 && b <= 0xEE);
    }

    private static boolean isThaiOnLine(int b) {
        return (b >= 0xA0 && b <= 0xD3) || (b >= 0xDF && b <= 0xE6) || (b >= 0xEF && b <= 0xFB);
    }

    /** Euro, ellipsis, quotes, bullet and dashes of windows-874. */
    private static boolean isWindowsMark(int b) {
        return b == 0x80 || b == 0x85 || (b >= 0x91 && b <= 0x97);
    }

    /**
     * Share of frequent hanzi among characters that are neither ASCII nor punctuation, if the bytes are decoded in a
     * charset.
     */
    static double chinese(byte[] text, Charset charset) {
        String read = new String(text, charset);
        int letters = 0;
        int frequent = 0;
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            if (c >= 0x80 && !isPunctuation(c)) {
                letters++;
                frequent += FREQUENT_HANZI.get(c) ? 1 : 0;
            }
        }
        return letters < MIN_LETTERS ? 0 : frequent / (double) letters;
    }

    /** General, CJK and full-width punctuation. */
    private static boolean isPunctuation(char c) {
        return (c >= '\u2000' && c <= '\u206F') || (c >= '\u3000' && c <= '\u303F') || (c >= '\uFF00' && c <= '\uFFEF');
    }
}
