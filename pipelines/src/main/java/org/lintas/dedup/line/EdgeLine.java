package org.lintas.dedup.line;

/**
 * A part of a text that its outlet may repeat: a short line, or the tail of the last line.
 *
 * @param start where it starts in the text
 * @param end where it ends
 * @param hash of its letters and digits; equal for lines that differ in case, spaces and punctuation
 * @param opening hash of its first letters, by which other wordings of it are found; 0 where it is no prose
 * @param kind what it looks like
 * @param isTakenUp whether it is a label that stands, or whose longest word stands, elsewhere in the text, as that of a caption does
 * @param isTail whether it is a part of a line; tails of a text follow each other from the shortest to the longest
 */
record EdgeLine(int start, int end, long hash, int opening, Kind kind, boolean isTakenUp, boolean isTail) {

    enum Kind {
        /** A short line that is no sentence: a sign-off, a byline, a button, a rule of dashes. */
        LABEL,
        /** A sentence, or as long as one. */
        PROSE,
        /** A tail that does not start where a sentence does. */
        RUN_ON
    }
}
