package org.lintas.dedup.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts repeated lines from a text. */
final class TextLines {

    /**
     * A text without the lines that its outlet repeats.
     *
     * @param text what is left
     * @param lines what was cut, in the order of the text; empty if nothing was
     */
    record Cut(String text, List<String> lines) {}

    private TextLines() {}

    /** The text without repeated lines; the whole text if no letter would be left. */
    static Cut cut(String text, RepeatedLines repeated) {
        List<EdgeLine> found = EdgeLines.of(text).stream()
                .filter(line -> repeated.contains(line.hash(), line.kind()))
                .sorted(Comparator.comparingInt(EdgeLine::start))
                .toList();
        var kept = new StringBuilder();
        var lines = new ArrayList<String>();
        int from = 0;
        for (EdgeLine line : found) {
            // Of the tails of a line, all of which end where it does, the first is the longest.
            if (line.start() >= from) {
                append(text, from, line.start(), kept);
                lines.add(text.substring(line.start(), line.end()));
                from = line.end();
            }
        }
        append(text, from, text.length(), kept);
        String rest = kept.toString();
        return LineLetters.of(rest, 0, rest.length()).count() == 0
                ? new Cut(text, List.of())
                : new Cut(rest, List.copyOf(lines));
    }

    private static void append(String text, int start, int end, StringBuilder out) {
        String part = text.substring(start, end).strip();
        if (!part.isEmpty()) {
            out.append(out.isEmpty() ? "" : "\n\n").append(part);
        }
    }
}
