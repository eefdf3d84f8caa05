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
            for (int from = 0; spans.size() < MOST && from <= text.length() && matcher.find(from); from = matcher.end(1)) {
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
        int size = text.codePointCount(0, text.length());
        int start = found.isEmpty() ? 0 : Math.max(0, found.get(0).start() - LEAD);
        int end = Math.min(size, start + LENGTH);
        String part = text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
        List<Span> inside = found.stream()
                .filter(span -> span.end() <= end)
                .map(span -> new Span(span.start() - start, span.end() - start))
                .toList();
        return new Excerpt(part, start > 0, end < size, inside);
    }
}
