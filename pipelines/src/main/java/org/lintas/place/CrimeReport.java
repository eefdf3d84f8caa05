package org.lintas.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lintas.schemas.Genre;
import org.lintas.text.Language;

/**
 * What an article tells of a crime, and where.
 *
 * @param text headline, a line break, and the main text
 * @param titleEnd where the headline ends
 * @param evidence where the terms of the main topics are
 * @param topics main topics
 * @param genre kind of text, if it is known
 * @param mentions countries and places that the text names, in its order
 * @param home country of the press, empty if unknown
 */
record CrimeReport(
        Language language,
        String text,
        int titleEnd,
        List<Span> evidence,
        List<String> topics,
        Optional<Genre> genre,
        List<CountryTagger.Mention> mentions,
        String home) {

    /** A sentence is read so far around the evidence, at most. */
    private static final int REACH = 200;

    /** The opening tells the crime, too. */
    private static final int OPENING = 250;

    private static final String SENTENCE_ENDS = ".!?။។。！？\n";

    /** Part of the text, in UTF-16 units. */
    record Span(int start, int end) {
        boolean holds(int at) {
            return at >= start && at < end;
        }
    }

    /** Where the crime is told: the headline, the opening and the sentences of the evidence. */
    List<Span> told() {
        var told = new ArrayList<Span>();
        told.add(new Span(0, Math.min(text.length(), titleEnd + OPENING)));
        for (Span term : evidence) {
            if (!told.get(told.size() - 1).holds(term.start)) {
                int start = term.start;
                while (start > 0 && term.start - start < REACH && !endsSentence(start - 1)) {
                    start--;
                }
                int end = term.end;
                while (end < text.length() && end - term.end < REACH && !endsSentence(end)) {
                    end++;
                }
                told.add(new Span(start, end));
            }
        }
        return told;
    }

    /** Whether a place in the text is in the sentence of a term of the evidence. */
    boolean isInEvidence(int at) {
        return evidence.stream()
                .anyMatch(term -> at < term.start
                        ? areBeside(at, term.start, REACH)
                        : at < term.end || areBeside(term.end, at, REACH));
    }

    /** Whether two parts of the text, the first of which comes first, are in one sentence and close together. */
    boolean areBeside(int firstEnd, int nextStart, int reach) {
        if (nextStart < firstEnd || nextStart - firstEnd > reach) {
            return false;
        }
        for (int i = firstEnd; i < nextStart; i++) {
            if (endsSentence(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean endsSentence(int at) {
        return SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0;
    }
}
