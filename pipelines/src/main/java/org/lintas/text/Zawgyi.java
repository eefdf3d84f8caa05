package org.lintas.text;

import com.google.myanmartools.ZawgyiDetector;
import com.ibm.icu.text.Transliterator;

/**
 * Repairs Burmese text in the Zawgyi font encoding, which shares Unicode's code points but not their meaning. Pieces of
 * text, lines or what stands between tags, are judged one by one, since pages quote each other in both encodings; what
 * can be either is judged by the text around it.
 */
public final class Zawgyi {

    /** Probability from which a text is Zawgyi. */
    private static final double LIKELY = 0.95;

    /** Probability from which a piece is, in a text that is not. */
    private static final double CERTAIN = 0.999;

    /** Probability up to which a piece is Unicode in a text that is Zawgyi. */
    private static final double UNLIKELY = 0.05;

    /** Burmese characters from which a text is judged: shorter names in Unicode seem Zawgyi too often. */
    private static final int MIN_BURMESE = 20;

    /** Characters that are converted in one go; a sentence is far shorter. */
    private static final int MAX_PART = 4096;

    /** The Burmese full stop. */
    private static final char SECTION = '\u104B';

    private static final ZawgyiDetector DETECTOR = new ZawgyiDetector();

    private static final ThreadLocal<Transliterator> CONVERTER =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Zawgyi-my"));

    private Zawgyi() {}

    /** The text in Unicode; the very same text where nothing of it is Zawgyi. */
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

    /** Converts part by part: each replacement moves all that follows it, so that time is quadratic in the length. */
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

    /** Whether a text is in Zawgyi; a text too short to tell is not. */
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
