package org.lintas.entity;

import java.util.Optional;
import java.util.Set;
import org.lintas.text.FoldedText;

/**
 * Reads Chinese names: a surname of the table and one or two characters, up to a mark or a word of the table {@code after}; or a surname and 某,
 * as the press hides names.
 */
final class ChineseNames implements NameReader {

    private static final char HIDDEN = '某';
    private static final int LONGEST_SURNAME = 2;
    private static final int LONGEST_GIVEN = 2;
    private static final int LONGEST_WORD = 4;

    private final Set<String> surnames;
    private final Set<String> afters;
    private final Set<String> stops;

    ChineseNames(NameWords words) {
        surnames = words.set("surname");
        afters = words.set("after");
        stops = words.set("stop");
    }

    @Override
    public Optional<Span> after(String text, NameWords.Cue cue) {
        int start = cue.end();
        // Enough for any name and the word after it; folding one character gives one character.
        String near = FoldedText.of(text.substring(start, Math.min(text.length(), start + 12)))
                .toString();
        for (int surname = Math.min(LONGEST_SURNAME, near.length()); surname > 0; surname--) {
            if (!surnames.contains(near.substring(0, surname))) {
                continue;
            }
            if (cue.kind() == NameWords.Kind.NAMED) {
                int hidden = hidden(near, surname);
                if (hidden > surname) {
                    return Optional.of(new Span(start, start + hidden));
                }
            }
            for (int given = LONGEST_GIVEN; given > 0; given--) {
                int end = surname + given;
                if (end <= near.length() && isGiven(near, surname, end) && endsName(near, end)) {
                    return Optional.of(new Span(start, start + end));
                }
            }
        }
        return Optional.empty();
    }

    /** The end of one or two 某 behind a surname. */
    private static int hidden(String text, int surname) {
        int end = surname;
        while (end < text.length() && end < surname + 2 && text.charAt(end) == HIDDEN) {
            end++;
        }
        return end;
    }

    private boolean isGiven(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '\u4E00' || c > '\u9FFF' || c == HIDDEN || stops.contains(String.valueOf(c))) {
                return false;
            }
        }
        return true;
    }

    private boolean endsName(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        char c = text.charAt(at);
        if (c < '\u4E00' || c > '\u9FFF') {
            // After a dot the name of a foreigner goes on.
            return c != '·' && c != '‧' && c != '・';
        }
        for (int end = at + 1; end <= Math.min(text.length(), at + LONGEST_WORD); end++) {
            if (afters.contains(text.substring(at, end))) {
                return true;
            }
        }
        return false;
    }
}
