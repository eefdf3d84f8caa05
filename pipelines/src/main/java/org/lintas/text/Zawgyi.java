package org.lintas.text;

import com.google.myanmartools.ZawgyiDetector;
import com.ibm.icu.text.Transliterator;

/**
 * Repairs Burmese text in the Zawgyi font encoding, which shares Unicode's code points but not their meaning. Lines are
 * judged one by one, since pages quote each other in both encodings.
 */
public final class Zawgyi {

    /** Probability from which text counts as Zawgyi. */
    private static final double THRESHOLD = 0.95;

    /** Burmese characters from which a line is judged by itself; shorter ones are judged with the text around them. */
    private static final int MIN_BURMESE = 20;

    private static final ZawgyiDetector DETECTOR = new ZawgyiDetector();

    private static final ThreadLocal<Transliterator> CONVERTER =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Zawgyi-my"));

    private Zawgyi() {}

    /** The text in Unicode; the very same text where nothing of it is Zawgyi. */
    public static String toUnicode(String text) {
        if (text.codePoints().noneMatch(Zawgyi::isBurmese)) {
            return text;
        }
        boolean whole = isZawgyi(text);
        var out = new StringBuilder(text.length());
        for (String line : text.split("(?<=\n)")) {
            boolean zawgyi = isLong(line) ? isZawgyi(line) : whole;
            out.append(zawgyi ? CONVERTER.get().transliterate(line) : line);
        }
        return out.toString();
    }

    /** Whether a text is in Zawgyi; a text too short to tell is not. */
    public static boolean isZawgyi(String text) {
        return isLong(text) && DETECTOR.getZawgyiProbability(text) >= THRESHOLD;
    }

    private static boolean isLong(String text) {
        return text.codePoints().filter(Zawgyi::isBurmese).count() >= MIN_BURMESE;
    }

    private static boolean isBurmese(int codePoint) {
        return codePoint >= 0x1000 && codePoint <= 0x109F;
    }
}
