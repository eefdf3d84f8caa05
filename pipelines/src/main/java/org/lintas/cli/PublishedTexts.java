package org.lintas.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.failure.RunFailure;
import org.lintas.text.PublishedText;

/**
 * How much text a merged corpus contains.
 *
 * @param name full, excerpt or none
 */
record PublishedTexts(String name, PublishedText text) {

    /**
     * The value of {@code --text}, or what the corpora have if the flag is missing.
     *
     * @throws RunFailure if the corpora have less text than requested
     */
    static PublishedTexts of(Optional<String> text, int excerptCharacters, List<FinishedCorpus> corpora) {
        Set<String> there = corpora.stream().map(FinishedCorpus::text).collect(Collectors.toSet());
        String asked = text.orElse(there.iterator().next());
        boolean isThere = asked.equals("none") || there.equals(Set.of("full")) || there.equals(Set.of(asked));
        if (!isThere) {
            throw RunFailure.usage("--text=" + asked + ": the corpora were built with --text="
                    + String.join(" and ", there) + "; choose a value that all of them can provide");
        }
        try {
            return new PublishedTexts(asked, PublishedText.parse(asked, excerptCharacters));
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage("--text=" + asked + ": " + e.getMessage());
        }
    }

    /** The same amount of text as in the corpora. */
    static PublishedTexts unchanged(List<FinishedCorpus> corpora) {
        return of(Optional.empty(), PublishedText.EXCERPT_CHARACTERS, corpora);
    }
}
