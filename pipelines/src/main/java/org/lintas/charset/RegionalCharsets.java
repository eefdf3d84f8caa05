package org.lintas.charset;

import java.nio.charset.Charset;

/**
 * How far bytes look like text of the legacy charsets of Thai and Chinese, by the build of those charsets: the place of
 * vowels and tones in Thai (TIS 620), the rows of frequent characters in GB 2312 and Big5. From 0, not at all, to 1.
 */
final class RegionalCharsets {

    static final Charset THAI = Charset.forName("x-windows-874");
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    /** Vowels and tones above and below are about a quarter of Thai text, and never much less. */
    private static final double MIN_MARKS_OF_THAI = 0.1;

    /** Share of characters beyond the Korean rows: nearly half of Chinese, none of Korean, whose rows look alike. */
    private static final double MIN_BEYOND_KOREAN = 0.15;

    private RegionalCharsets() {}

    /** Share of high bytes that stand where Thai has them. */
    static double thai(byte[] text) {
        int high = 0;
        int right = 0;
        int marks = 0;
        int before = 0;
        for (byte signed : text) {
            int b = signed & 0xFF;
            if (b >= 0x80) {
                high++;
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
        return marks < MIN_MARKS_OF_THAI * high || high == 0 ? 0 : right / (double) high;
    }

    private static boolean isThaiMark(int b) {
        return b == 0xD1 || (b >= 0xD4 && b <= 0xDA) || (b >= 0xE7 && b <= 0xEE);
    }

    private static boolean isThaiOnLine(int b) {
        return (b >= 0xA0 && b <= 0xD3) || (b >= 0xDF && b <= 0xE6) || (b >= 0xEF && b <= 0xFB) || isWindowsMark(b);
    }

    /** Euro, ellipsis, quotes, bullet and dashes of windows-874. */
    private static boolean isWindowsMark(int b) {
        return b == 0x80 || b == 0x85 || (b >= 0x91 && b <= 0x97);
    }

    /** Share of two-byte characters that are frequent hanzi (level 1 of GB 2312, rows 16 to 55) or its punctuation. */
    static double gb(byte[] text) {
        int frequent = 0;
        int beyondKorean = 0;
        int punctuation = 0;
        int all = 0;
        for (int i = 0; i < text.length; i++) {
            int lead = text[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            all++;
            int trail = i + 1 < text.length ? text[i + 1] & 0xFF : 0;
            i += lead > 0x80 && trail >= 0x40 ? 1 : 0;
            if (trail >= 0xA1 && lead >= 0xB0 && lead <= 0xD7) {
                frequent++;
                beyondKorean += lead > 0xC8 ? 1 : 0;
            } else if (trail >= 0xA1 && lead >= 0xA1 && lead <= 0xA3) {
                punctuation++;
            }
        }
        boolean chinese = frequent > 0 && beyondKorean >= MIN_BEYOND_KOREAN * frequent;
        return chinese ? (frequent + punctuation) / (double) all : 0;
    }

    /** Share of two-byte characters that are frequent hanzi (level 1 of Big5) or its punctuation. */
    static double big5(byte[] text) {
        int right = 0;
        int all = 0;
        for (int i = 0; i < text.length; i++) {
            int lead = text[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            all++;
            int trail = i + 1 < text.length ? text[i + 1] & 0xFF : 0;
            boolean pair = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
            i += pair ? 1 : 0;
            right += pair && ((lead >= 0xA4 && lead <= 0xC6) || lead == 0xA1 || lead == 0xA2) ? 1 : 0;
        }
        return all == 0 ? 0 : right / (double) all;
    }
}
