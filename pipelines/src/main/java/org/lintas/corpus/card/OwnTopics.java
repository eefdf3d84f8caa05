package org.lintas.corpus.card;

import java.util.Optional;
import org.lintas.corpus.Versions;
import org.lintas.dataset.Manifest;

/** What documents say of a user's own taxonomy. */
final class OwnTopics {

    private OwnTopics() {}

    /** A sentence about it; empty if the corpus has the built-in topics and terms only. */
    static Optional<String> sentence(Manifest manifest) {
        String digest = manifest.options().getOrDefault(Versions.TAXONOMY_DIGEST, "");
        return digest.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Topics and terms are those of Lintas with files of the user (SHA-256 " + digest
                                + "), as the datasets taxonomy and taxonomy_terms list them; figures on quality do not hold for these.");
    }
}
