package org.lintas.corpus.card;

import java.util.ArrayList;
import java.util.Optional;
import org.lintas.corpus.Versions;
import org.lintas.dataset.Manifest;

/** What documents say of a user's own taxonomy, model and places. */
final class OwnLabels {

    private OwnLabels() {}

    /** A sentence about each; empty if the corpus has the built-in topics, terms and places only, and the shipped model. */
    static Optional<String> sentence(Manifest manifest) {
        var sentences = new ArrayList<String>();
        String taxonomy = manifest.options().getOrDefault(Versions.TAXONOMY_DIGEST, "");
        if (!taxonomy.isEmpty()) {
            sentences.add(
                    "Topics and terms are those of Lintas with files of the user (SHA-256 " + taxonomy
                            + "), as the datasets taxonomy and taxonomy_terms list them; figures on quality do not hold for these.");
        }
        String model = manifest.options().getOrDefault(Versions.MODEL_DIGEST, "");
        if (!model.isEmpty()) {
            sentences.add("Topics were graded by a model that the user trained from decisions of readers (SHA-256 "
                    + model + "); figures on quality do not hold for the topics and languages that it knows.");
        }
        String places = manifest.options().getOrDefault(Versions.PLACES_DIGEST, "");
        if (!places.isEmpty()) {
            sentences.add("Places are those of Lintas with a file of the user (SHA-256 " + places + ").");
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }
}
