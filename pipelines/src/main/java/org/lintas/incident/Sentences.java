package org.lintas.incident;

/** Where sentences end, roughly, in all languages. */
final class Sentences {

    private static final String STOPS = ".!?;\n\u3002\uFF01\uFF1F\uFF1B\u104B\u17D4";

    /** What is read of a sentence before and behind something in it, in UTF-16 units. */
    private static final int BEFORE = 80;

    private static final int BEHIND = 50;

    private Sentences() {}

    /** The first sentence of a text, at least as long as what is read of one, at most twice as long. */
    static String first(String text) {
        int end = 0;
        while (end < text.length() && end < 2 * BEFORE) {
            if (STOPS.indexOf(text.charAt(end)) >= 0 && end > BEFORE) {
                break;
            }
            end++;
        }
        return text.substring(0, end);
    }

    /**
     * A part of a text.
     *
     * @param start first UTF-16 unit
     * @param end unit after the last
     */
    record Part(int start, int end) {}

    /** The sentence around a part of a text, or what is near it in a long one. */
    static Part around(String text, int start, int end) {
        int from = start;
        while (from > 0 && start - from < BEFORE && !isStop(text, from - 1)) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < BEHIND && !isStop(text, to)) {
            to++;
        }
        return new Part(from, to);
    }

    private static boolean isStop(String text, int at) {
        boolean isPoint = text.charAt(at) == '.' && at + 1 < text.length() && text.charAt(at + 1) != ' ';
        return STOPS.indexOf(text.charAt(at)) >= 0 && !isPoint;
    }
}
