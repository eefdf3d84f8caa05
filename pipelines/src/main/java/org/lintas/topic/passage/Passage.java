package org.lintas.topic.passage;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of one to three sentences of a headline or text.
 *
 * @param inTitle whether it is of the headline
 * @param start its first UTF-16 unit in the headline or text
 * @param end the unit after the last
 */
public record Passage(boolean inTitle, int start, int end) {

    /** A passage ends with the sentence that makes it this long, in letters. */
    private static final int LONG_ENOUGH = 160;

    /** A sentence longer than this is cut at a space, if there is one. */
    private static final int LONGEST = 320;

    /** How much of a text is cut into passages, in letters. */
    private static final int LOOKED_AT = 1_200;

    private static final String ENDS = ".!?\u3002\uFF01\uFF1F\u104B\u17D4\u2026";

    /** Ends of sentences that no space follows. */
    private static final String WIDE_ENDS = "\u3002\uFF01\uFF1F";

    /**
     * The headline, if there is one, and the passages of the beginning of a text, in their order.
     *
     * @param letters how many letters a character counts for: more than one where a character is a syllable
     */
    static List<Passage> of(String title, String text, double letters) {
        var passages = new ArrayList<Passage>();
        if (!title.isBlank()) {
            passages.add(new Passage(true, 0, title.length()));
        }
        int longEnough = (int) (LONG_ENOUGH / letters);
        int longest = (int) (LONGEST / letters);
        int end = Math.min(text.length(), (int) (LOOKED_AT / letters));
        int start = 0;
        int space = 0;
        for (int i = 0; i < end; i++) {
            int length = i + 1 - start;
            boolean ends = length >= longEnough && endsSentence(text, i);
            if (Character.isWhitespace(text.charAt(i)) && length >= longEnough) {
                space = i + 1;
            }
            if (ends || length >= longest || i + 1 == end) {
                int cut = !ends && length >= longest && space > start && i + 1 < end
                        ? space
                        : wholeCharacter(text, i + 1);
                add(passages, text, start, cut);
                start = cut;
                i = Math.max(i, cut - 1);
            }
        }
        return passages;
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        return c == '\n'
                || WIDE_ENDS.indexOf(c) >= 0
                || (ENDS.indexOf(c) >= 0 && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))));
    }

    private static int wholeCharacter(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    /** Adds what lies between two offsets, without the white space around it. */
    private static void add(List<Passage> passages, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            passages.add(new Passage(false, start, end));
        }
    }

    String in(String title, String text) {
        return (inTitle ? title : text).substring(start, end);
    }
}
