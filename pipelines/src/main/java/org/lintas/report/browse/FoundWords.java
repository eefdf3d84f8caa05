package org.lintas.report.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.FoldedPattern;

/** Where the words of a query are in a title or a text. Thread-safe. */
final class FoundWords {

    /** Code points before the first word of an excerpt, and of the whole of it. */
    private static final int LEAD = 60;

    private static final int LENGTH = 240;

    /** Most places that are told of one text. */
    private static final int MOST = 500;

    private final List<Pattern> patterns;

    /** A place in code points, end exclusive. */
    record Span(int start, int end) {}

    /**
     * Part of a text.
     *
     * @param cut whether something stands before it and behind it
     */
    record Excerpt(String text, boolean cut, boolean goesOn, List<Span> found) {}

    FoundWords(List<FoldedPattern> words) {
        patterns = words.stream().map(word -> Pattern.compile(word.whole())).toList();
    }

    /** Where the words are, in order; they may overlap. */
    List<Span> in(String text) {
        var spans = new ArrayList<Span>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            int units = 0;
            int points = 0;
            for (int from = 0;
                    spans.size() < MOST && from <= text.length() && matcher.find(from);
                    from = matcher.end(1)) {
                points += text.codePointCount(units, matcher.start(1));
                int length = text.codePointCount(matcher.start(1), matcher.end(1));
                units = matcher.start(1);
                spans.add(new Span(points, points + length));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        return spans;
    }

    /** The part of a text with the first of the words, or its beginning. */
    Excerpt excerpt(String text) {
        List<Span> found = in(text);
        int[] points = text.codePoints().toArray();
        int start = found.isEmpty() ? 0 : start(points, found.get(0).start());
        int end = Math.min(points.length, start + LENGTH);
        while (end < points.length && isMark(points[end])) {
            end++;
        }
        int last = end;
        List<Span> inside = found.stream()
                .filter(span -> span.end() <= last)
                .map(span -> new Span(span.start() - start, span.end() - start))
                .toList();
        return new Excerpt(new String(points, start, end - start), start > 0, end < points.length, inside);
    }

    /** Some characters before a word; at the start of another one if there is a space, and not between a letter and its marks. */
    private static int start(int[] points, int word) {
        int lead = Math.max(0, word - LEAD);
        for (int i = lead; lead > 0 && i < word; i++) {
            if (Character.isWhitespace(points[i])) {
                return i + 1;
            }
        }
        while (lead > 0 && isMark(points[lead])) {
            lead--;
        }
        return lead;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
