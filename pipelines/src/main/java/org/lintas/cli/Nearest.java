package org.lintas.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that somebody may have meant who has written another. */
final class Nearest {

    /** Of so many letters one may be wrong; of a short name one, of others at least the two of letters that changed places. */
    private static final int LETTERS = 3;

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The nearest name, if it is near enough to be meant. */
    static Optional<String> of(String written, Collection<String> names) {
        String word = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name ->
                        distance(word, name) <= (word.length() <= LETTERS ? 1 : Math.max(2, word.length() / LETTERS)))
                .min(Comparator.comparingInt((String name) -> distance(word, name))
                        .thenComparing(name -> name));
    }

    /** For messages: {@code "; did you mean NAME?"}, or nothing. */
    static String hint(String written, Collection<String> names) {
        return of(written, names).map(name -> "; did you mean " + name + "?").orElse("");
    }

    private static int distance(String word, String name) {
        return DISTANCE.apply(word, name.toLowerCase(Locale.ROOT));
    }
}
