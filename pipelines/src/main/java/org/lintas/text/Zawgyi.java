package org.lintas.text;

import com.google.myanmartools.ZawgyiDetector;
import com.ibm.icu.text.Transliterator;

/**
 * Converts Burmese text in the Zawgyi font encoding, which uses Unicode's code points with other meanings. Lines and
 * texts between tags are classified separately, since pages mix both encodings by quoting; ambiguous ones are
 * classified like the whole text.
 */
public final class Zawgyi {

    /** Minimum probability for a text to be Zawgyi. */
    private static final double LIKELY = 0.95;

    /** Minimum probability for a piece to be Zawgyi in a text that is not. */
    private static final double CERTAIN = 0.999;

    /** Maximum probability for a piece to be Unicode in a text that is Zawgyi. */
    private static final double UNLIKELY = 0.05;

    /** Minimum number of Burmese characters to classify a text: shorter Unicode names are misclassified too often. */
    private static final int MIN_BURMESE = 20;

    /** Maximum number of characters converted at once; sentences are far shorter. */
    private static final int MAX_PART = 4096;

    /** The Burmese full stop. */
    private static final char SECTION = '\u104B';

    private static final ZawgyiDetector DETECTOR = new ZawgyiDetector();

    private static final ThreadLocal<Transliterator> CONVERTER =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Zawgyi-my"));

    private Zawgyi() {}

    /** The text in Unicode; the same instance if no part of it is Zawgyi. */
    public static String toUnicode(String text) {
        if (burmese(text) == 0) {
            return text;
        }
        boolean whole = isZawgyi(text);
        var out = new StringBuilder(text.length());
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '<' || c == '>') {
                append(text.substring(start, i), whole, out);
                out.append(c);
                start = i + 1;
            }
        }
        append(text.substring(start), whole, out);
        return out.toString();
    }

    private static void append(String piece, boolean whole, StringBuilder out) {
        int burmese = burmese(piece);
        boolean zawgyi = whole;
        if (burmese >= MIN_BURMESE) {
            double probability = DETECTOR.getZawgyiProbability(piece);
            zawgyi = whole ? probability > UNLIKELY : probability >= CERTAIN;
        }
        if (zawgyi && burmese > 0) {
            convert(piece, out);
        } else {
            out.append(piece);
        }
    }

    /** Converts in parts, since the transliterator takes quadratic time in the length of its input. */
    private static void convert(String piece, StringBuilder out) {
        int start = 0;
        for (int i = 0; i < piece.length(); i++) {
            int length = i + 1 - start;
            char c = piece.charAt(i);
            boolean ends = c == SECTION || (c == ' ' && length >= MAX_PART / 4);
            if ((ends && length >= MAX_PART / 16) || length == MAX_PART) {
                out.append(CONVERTER.get().transliterate(piece.substring(start, i + 1)));
                start = i + 1;
            }
        }
        out.append(CONVERTER.get().transliterate(piece.substring(start)));
    }

    /** Whether a text is in Zawgyi; false if it is too short to classify. */
    public static boolean isZawgyi(String text) {
        return burmese(text) >= MIN_BURMESE && DETECTOR.getZawgyiProbability(text) >= LIKELY;
    }

    private static int burmese(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) >= '\u1000' && text.charAt(i) <= '\u109F' ? 1 : 0;
        }
        return count;
    }
}
