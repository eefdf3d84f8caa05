package org.lintas.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.failure.RunFailure;
import org.lintas.text.PublishedText;

/**
 * How much text a corpus made of others holds.
 *
 * @param name full, excerpt or none
 */
record PublishedTexts(String name, PublishedText text) {

    /**
     * What {@code --text} asks for, and at most what all corpora have; without the flag, what they have.
     *
     * @throws RunFailure if more is asked for
     */
    static PublishedTexts of(Optional<String> text, int excerptCharacters, List<FinishedCorpus> corpora) {
        Set<String> there = corpora.stream().map(FinishedCorpus::text).collect(Collectors.toSet());
        String asked = text.orElse(there.iterator().next());
        boolean isThere = asked.equals("none") || there.equals(Set.of("full")) || there.equals(Set.of(asked));
        if (!isThere) {
            throw RunFailure.usage("--text=" + asked + ": the corpora were built with --text="
                    + String.join(" and ", there) + "; ask for no more than all of them have");
        }
        try {
            return new PublishedTexts(asked, PublishedText.parse(asked, excerptCharacters));
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage("--text=" + asked + ": " + e.getMessage());
        }
    }

    /** As much as the corpora have. */
    static PublishedTexts asTheyAre(List<FinishedCorpus> corpora) {
        return of(Optional.empty(), PublishedText.EXCERPT_CHARACTERS, corpora);
    }
}
