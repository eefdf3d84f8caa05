package org.lintas.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests a known name for a mistyped one. */
final class Nearest {

    /** One error is allowed per this many letters: one in short names, at least two in longer ones. */
    private static final int LETTERS = 3;

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The most similar name, if it is similar enough. */
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
