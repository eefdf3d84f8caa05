package org.lintas.language;

import java.util.function.Consumer;
import org.lintas.text.LowerCase;

/** The words in Latin script of a text, and the features of a word: hashed n-grams of its characters and the word itself. */
public final class LatinWords {

    /** Values of a feature: 0 to this, exclusive. */
    public static final int BUCKETS = 1 << 17;

    /** Length of text that is enough for identification. */
    private static final int MAX_CHARS = 1_600;

    /** A longer text is read in so many stretches, evenly spread: its dominant part may come late. */
    private static final int STRETCHES = 8;

    private static final int LONGEST_GRAM = 4;

    /** Longer runs of letters are not words. */
    private static final int LONGEST_WORD = 40;

    private LatinWords() {}

    /** Passes the words of a text to a consumer, in lower case; of a long text a sample from all of its parts. */
    public static void forEach(String text, Consumer<String> action) {
        if (text.length() <= MAX_CHARS) {
            stretch(text, action);
            return;
        }
        int length = MAX_CHARS / STRETCHES;
        for (int i = 0; i < STRETCHES; i++) {
            int start = (int) ((long) (text.length() - length) * i / (STRETCHES - 1));
            stretch(text.substring(start, start + length), action);
        }
    }

    private static void stretch(String text, Consumer<String> action) {
        String lower = LowerCase.of(text);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && isLatin(lower.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                if (i - start <= LONGEST_WORD) {
                    action.accept(lower.substring(start, i));
                }
                start = -1;
            }
        }
    }

    private static boolean isLatin(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z';
        }
        boolean block = c < 0x250 || (c >= 0x300 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00);
        return block && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** The n-grams of a word, its ends marked, of 1 to 4 characters, and the word. */
    public static int[] features(String word) {
        int length = word.length() + 2;
        var framed = new char[length];
        framed[0] = '<';
        word.getChars(0, word.length(), framed, 1);
        framed[length - 1] = '>';
        int whole = 0;
        for (char c : framed) {
            whole = whole * 31 + c;
        }
        int[] features = new int[grams(length) + 1];
        int n = 0;
        features[n++] = bucket(whole * 31 + 7);
        for (int from = 0; from < length; from++) {
            int hash = 0;
            for (int to = from; to < Math.min(length, from + LONGEST_GRAM); to++) {
                hash = hash * 31 + framed[to];
                features[n++] = bucket(hash * 4 + (to - from));
            }
        }
        return features;
    }

    private static int grams(int length) {
        int grams = 0;
        for (int n = 1; n <= Math.min(LONGEST_GRAM, length); n++) {
            grams += length - n + 1;
        }
        return grams;
    }

    private static int bucket(int hash) {
        return (hash * 0x9E3779B9) >>> 15;
    }
}
