package org.lintas.dedup.line;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lintas.dedup.line.EdgeLine.Kind;

/** Finds the parts of a text that its outlet may repeat. */
final class EdgeLines {

    /** How many lines of the beginning and of the end are looked at. */
    private static final int FIRST = 8;

    private static final int LAST = 16;

    /** Longer lines are paragraphs of a story. */
    private static final int MAX_LENGTH = 300;

    /** A last line that is longer may be a story with notices at its end. */
    private static final int LONG_LINE = 200;

    private static final int MAX_TAILS = 32;

    /** With so many letters a line is as long as a sentence. */
    private static final int PROSE = 40;

    /** A sentence with fewer, such as an answer of one word, is never a notice. */
    private static final int MIN_SENTENCE = 12;

    /** A tail with fewer letters, at the start of a sentence, is one only if it starts as a sign-off does. */
    private static final int SHORT_TAIL = 20;

    /** A shorter word may be any; instead of it the whole label is looked for. */
    private static final int LONG_WORD = 7;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String SENTENCE_ENDS = ".!?…。！？။។";
    private static final String SENTENCE_ENDS_WITHOUT_SPACES = "。！？။។";
    /** What ends so introduces what follows, which stays. */
    private static final String COLONS = ":：៖";

    private static final String CLOSING = "\"'”’)]」』》";
    private static final String SIGN_OFFS = "-–—([<#*|©/";
    private static final char MARKUP = '<';

    private EdgeLines() {}

    /** The lines in the order of the text, then the tails of the last one from the shortest to the longest. */
    static List<EdgeLine> of(String text) {
        var lines = new ArrayList<EdgeLine>();
        int end = text.length();
        int last = end;
        var fromEnd = new ArrayList<EdgeLine>();
        for (int i = 0; i < LAST && end > 0; ) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            if (start < end) {
                addLine(text, start, end, fromEnd);
                i++;
            }
            last = start;
            end = start - 1;
        }
        int start = 0;
        for (int i = 0; i < FIRST && start < last; ) {
            int next = text.indexOf('\n', start);
            if (next > start) {
                addLine(text, start, next, lines);
                i++;
            }
            start = next + 1;
        }
        for (int i = fromEnd.size() - 1; i >= 0; i--) {
            lines.add(fromEnd.get(i));
        }
        int lastLine = text.lastIndexOf('\n') + 1;
        if (text.length() - lastLine > LONG_LINE) {
            addTails(text, lastLine, lines);
        }
        return lines;
    }

    private static void addLine(String text, int start, int end, List<EdgeLine> lines) {
        LineLetters letters = LineLetters.of(text, start, Math.min(end, start + MAX_LENGTH));
        boolean isAnswer = letters.count() > 0 && letters.count() < MIN_SENTENCE && endsSentence(text, start, end);
        boolean isHeading = COLONS.indexOf(text.charAt(end - 1)) >= 0;
        if (end - start <= MAX_LENGTH && !isAnswer && !isHeading) {
            lines.add(line(text, start, end, letters, false));
        }
    }

    private static EdgeLine line(String text, int start, int end, LineLetters letters, boolean isTail) {
        boolean isProse = letters.count() >= PROSE || (letters.count() > 0 && endsSentence(text, start, end));
        return new EdgeLine(
                start,
                end,
                letters.hash(),
                isProse ? letters.opening() : 0,
                isProse ? Kind.PROSE : Kind.LABEL,
                !isProse && letters.count() > 0 && isTakenUp(text, start, end),
                isTail);
    }

    private static boolean isTakenUp(String text, int start, int end) {
        String label = text.substring(start, end);
        String word = "";
        for (String candidate : NO_WORD.split(label)) {
            word = candidate.length() > word.length() ? candidate : word;
        }
        String sought = word.length() >= LONG_WORD ? word : label;
        return text.indexOf(sought) < start || text.indexOf(sought, end) >= 0;
    }

    private static void addTails(String text, int lineStart, List<EdgeLine> lines) {
        int tails = 0;
        int from = Math.max(lineStart + 1, text.length() - MAX_LENGTH);
        for (int start = text.length() - 1; start >= from && tails < MAX_TAILS; start--) {
            boolean opensSentence = opensSentence(text, lineStart, start);
            if (!opensSentence && text.charAt(start - 1) != ' ') {
                continue;
            }
            LineLetters letters = LineLetters.of(text, start, text.length());
            boolean isSignOff = letters.count() > 0 && SIGN_OFFS.indexOf(text.charAt(start)) >= 0;
            if (opensSentence && (isSignOff || letters.count() >= SHORT_TAIL)) {
                lines.add(line(text, start, text.length(), letters, true));
                tails++;
            } else if (letters.count() >= PROSE) {
                lines.add(new EdgeLine(start, text.length(), letters.hash(), 0, Kind.RUN_ON, false, true));
                tails++;
            }
        }
    }

    /** Whether what starts here follows the end of a sentence, or is markup. */
    private static boolean opensSentence(String text, int lineStart, int start) {
        if (text.charAt(start) == MARKUP) {
            return true;
        }
        boolean afterSpace = text.charAt(start - 1) == ' ';
        int end = afterSpace ? start - 1 : start;
        String ends = afterSpace ? SENTENCE_ENDS : SENTENCE_ENDS_WITHOUT_SPACES;
        boolean isOutside = afterSpace || CLOSING.indexOf(text.charAt(start)) < 0;
        int last = lastOfSentence(text, lineStart, end);
        return isOutside && last >= lineStart && ends.indexOf(text.charAt(last)) >= 0;
    }

    private static boolean endsSentence(String text, int start, int end) {
        int last = lastOfSentence(text, start, end);
        return last >= start && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
    }

    /** The last character before an end that is no closing quote or bracket. */
    private static int lastOfSentence(String text, int start, int end) {
        int last = end - 1;
        while (last >= start && CLOSING.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last;
    }
}
