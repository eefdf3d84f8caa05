package org.lintas.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.Serializable;
import java.util.Locale;

/**
 * How much of an article's text is published in a corpus. Digests, lengths and offsets always refer to the full text.
 *
 * @param kind all, the beginning or nothing
 * @param characters longest excerpt, in Unicode code points
 */
public record PublishedText(Kind kind, int characters) implements Serializable {

    /** Parts of a text. */
    public enum Kind {
        FULL,
        EXCERPT,
        NONE
    }

    /** Default length of an excerpt: a few sentences. */
    public static final int EXCERPT_CHARACTERS = 300;

    /** The whole text. */
    public static final PublishedText FULL = new PublishedText(Kind.FULL, 0);

    /**
     * Parses the options of a user.
     *
     * @param name full, excerpt or none
     * @throws IllegalArgumentException if the name is unknown or the length is below 1
     */
    public static PublishedText parse(String name, int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException(
                    characters + " is not a valid length of an excerpt; give a number above 0");
        }
        return switch (name) {
            case "full" -> FULL;
            case "excerpt" -> new PublishedText(Kind.EXCERPT, characters);
            case "none" -> new PublishedText(Kind.NONE, 0);
            default -> throw new IllegalArgumentException("'" + name + "' is none of full, excerpt, none");
        };
    }

    /** The published part of a text: a prefix, cut at the end of a sentence or else of a word. */
    public String of(String text, String language) {
        return switch (kind) {
            case FULL -> text;
            case EXCERPT -> excerpt(text, language);
            case NONE -> "";
        };
    }

    private String excerpt(String text, String language) {
        if (text.codePointCount(0, text.length()) <= characters) {
            return text;
        }
        int limit = text.offsetByCodePoints(0, characters);
        var locale = new ULocale(language);
        int sentence = lastBreak(BreakIterator.getSentenceInstance(locale), text, limit);
        // If the last whole sentence ends in the first half, cut at a word instead.
        int end = sentence >= limit / 2 ? sentence : lastBreak(BreakIterator.getWordInstance(locale), text, limit);
        return text.substring(0, end).stripTrailing();
    }

    /** The last break up to a limit. Searches forward, since backward iteration rescans the text and is quadratic. */
    private static int lastBreak(BreakIterator breaks, String text, int limit) {
        breaks.setText(text);
        int last = breaks.first();
        for (int next = last; next != BreakIterator.DONE && next <= limit; next = breaks.next()) {
            last = next;
        }
        return last;
    }

    @Override
    public String toString() {
        return kind == Kind.EXCERPT ? "excerpt of " + characters : kind.name().toLowerCase(Locale.ROOT);
    }
}
