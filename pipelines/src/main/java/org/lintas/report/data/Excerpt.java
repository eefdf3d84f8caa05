package org.lintas.report.data;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Part of a text with highlighted spans.
 *
 * @param pieces the part, split into highlighted and other pieces
 * @param opens whether it starts at the start of the text
 * @param ends whether it ends at the end of the text
 */
public record Excerpt(List<Piece> pieces, boolean opens, boolean ends) {

    /** Code points before the first highlighted span of an excerpt. */
    private static final int LEAD = 60;

    /** Number of UTF-16 units to search back for a space. */
    private static final int NEAR = 15;

    /** A piece of an excerpt. */
    public record Piece(String text, boolean marked) {}

    /** A span of a text in code points, end exclusive. */
    public record Span(int start, int end) {}

    /**
     * The part of a text that contains most of the spans; characters are not separated from their combining marks.
     *
     * @param length approximate maximum length in code points
     */
    static Excerpt of(String text, List<Span> places, int length) {
        int size = text.codePointCount(0, text.length());
        List<Span> spans = merged(places, size);
        int from = spans.stream()
                .max(Comparator.<Span>comparingLong(start -> within(spans, start, length))
                        .thenComparing(Span::start, Comparator.reverseOrder()))
                .map(start -> Math.max(0, start.start() - LEAD))
                .orElse(0);
        return cut(text, spans, from, Math.min(size, from + length));
    }

    /** The start of a text, with an approximate maximum length in code points. */
    static Excerpt opening(String text, List<Span> places, int length) {
        int size = text.codePointCount(0, text.length());
        return cut(text, merged(places, size), 0, Math.min(size, length));
    }

    private static Excerpt cut(String text, List<Span> spans, int from, int to) {
        int start = boundary(text, text.offsetByCodePoints(0, from));
        int end = boundary(text, text.offsetByCodePoints(0, to));
        var pieces = new ArrayList<Piece>();
        int done = start;
        for (Span span : spans) {
            int spanStart = text.offsetByCodePoints(0, span.start());
            int spanEnd = text.offsetByCodePoints(0, span.end());
            if (spanStart >= done && spanEnd <= end) {
                add(pieces, text.substring(done, spanStart), false);
                add(pieces, text.substring(spanStart, spanEnd), true);
                done = spanEnd;
            }
        }
        add(pieces, text.substring(done, end), false);
        return new Excerpt(pieces, start == 0, end == text.length());
    }

    private static long within(List<Span> spans, Span first, int length) {
        return spans.stream()
                .filter(span -> span.start() >= first.start() && span.end() <= first.start() - LEAD + length)
                .count();
    }

    /** Spans in order, with touching spans merged and those outside the text dropped. */
    private static List<Span> merged(List<Span> places, int size) {
        var merged = new ArrayList<Span>();
        List<Span> sorted = places.stream()
                .filter(span -> span.start() >= 0 && span.start() < span.end() && span.end() <= size)
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
        for (Span span : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && span.start() <= merged.get(last).end()) {
                Span before = merged.get(last);
                merged.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    /** The nearest space before the offset, so that words stay whole; otherwise the end of a character with its combining marks. */
    private static int boundary(String text, int offset) {
        if (offset == 0 || offset == text.length()) {
            return offset;
        }
        for (int i = offset; i > Math.max(0, offset - NEAR); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return characters.isBoundary(offset) ? offset : characters.preceding(offset);
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
