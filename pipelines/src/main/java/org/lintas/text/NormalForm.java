package org.lintas.text;

import com.ibm.icu.text.Normalizer2;
import java.text.Normalizer;
import java.util.Comparator;

/**
 * The normalization forms of Unicode (UAX #15) in linear time. Libraries sort combining marks by insertion, in
 * quadratic time for long runs of marks, which occur only in broken or hostile pages.
 */
final class NormalForm {

    /** Longer runs of marks are sorted here; natural text has no longer ones (UAX #15, section 13). */
    private static final int MOST_MARKS = 30;

    /** The first combining mark. */
    private static final char FIRST_MARK = '\u0300';

    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private static final QuickCheck COMPOSED = new QuickCheck(Normalizer2.getNFCInstance());
    private static final QuickCheck COMPATIBLE = new QuickCheck(NFKC);

    private NormalForm() {}

    /** Tells of most texts in a form that they are in it (UAX #15, section 9), in one pass over tables. */
    private static final class QuickCheck {
        private static final byte UNSURE = -1;

        /** The combining class of each character that every text in the form may contain; -1 for others and for halves of characters. */
        private final short[] classes = new short[1 << Character.SIZE];

        QuickCheck(Normalizer2 form) {
            for (int c = 0; c < classes.length; c++) {
                boolean isAllowed = !Character.isSurrogate((char) c)
                        && form.quickCheck(Character.toString(c)) == com.ibm.icu.text.Normalizer.YES;
                classes[c] = isAllowed ? (short) form.getCombiningClass(c) : UNSURE;
            }
        }

        /** True only if the text is in the form. */
        boolean is(String text) {
            int last = 0;
            for (int i = 0; i < text.length(); i++) {
                int combining = classes[text.charAt(i)];
                if (combining != 0 && (combining < last || combining == UNSURE)) {
                    return false;
                }
                last = combining;
            }
            return true;
        }
    }

    /** Canonical decomposition, followed by canonical composition. */
    static String nfc(String text) {
        return COMPOSED.is(text) ? text : Normalizer.normalize(inOrder(text, NFD), Normalizer.Form.NFC);
    }

    /** Compatibility decomposition, followed by canonical composition. */
    static String nfkc(String text) {
        return COMPATIBLE.is(text) ? text : NFKC.normalize(inOrder(text, NFKD));
    }

    /** An equivalent text with long runs of marks in canonical order; the same instance if there are none. */
    private static String inOrder(String text, Normalizer2 decomposition) {
        StringBuilder out = null;
        int kept = 0;
        int start = 0;
        int marks = 0;
        for (int i = 0, next; i <= text.length(); i = next) {
            int c = i < text.length() ? text.codePointAt(i) : 0;
            next = i + Character.charCount(c);
            if (c >= FIRST_MARK && !decomposition.hasBoundaryBefore(c)) {
                marks++;
                continue;
            }
            if (marks > MOST_MARKS) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, kept, start);
                append(text.substring(start, i), decomposition, out);
                kept = i;
            }
            start = next;
            marks = 0;
        }
        return out == null ? text : out.append(text, kept, text.length()).toString();
    }

    /** Appends marks, decomposed and stably sorted by combining class. */
    private static void append(String run, Normalizer2 decomposition, StringBuilder out) {
        run.codePoints()
                .flatMap(mark -> decomposed(mark, decomposition).codePoints())
                .boxed()
                .sorted(Comparator.comparingInt(decomposition::getCombiningClass))
                .forEachOrdered(out::appendCodePoint);
    }

    private static String decomposed(int mark, Normalizer2 decomposition) {
        String parts = decomposition.getDecomposition(mark);
        return parts == null ? Character.toString(mark) : parts;
    }
}
