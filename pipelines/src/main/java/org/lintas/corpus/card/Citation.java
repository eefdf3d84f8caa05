package org.lintas.corpus.card;

import org.lintas.dataset.Manifest;

/** How to cite a corpus: Citation File Format 1.2.0. */
final class Citation {

    private Citation() {}

    /**
     * The file {@code CITATION.cff}.
     *
     * @param manifest of the corpus
     */
    static String cff(Manifest manifest) {
        return """
                cff-version: 1.2.0
                message: Cite this corpus with its run, and the publishers for what they wrote.
                type: dataset
                title: A Lintas corpus of Southeast Asian news
                abstract: News articles, deduplicated and labelled with topics of transnational crime and countries.
                authors:
                  - name: Lintas
                identifiers:
                  - type: other
                    value: "urn:uuid:%s"
                    description: Run that made it; see _manifest.json for its inputs and versions.
                version: "%s"
                date-released: %s
                keywords:
                  - news
                  - Southeast Asia
                  - transnational crime
                """.formatted(
                        manifest.runId(),
                        manifest.versions().get("lintas.version"),
                        manifest.timings().day());
    }

    /** The same in BibTeX, for {@code citeAs} of Croissant. */
    static String bibtex(String runId, String finished) {
        return "@misc{lintas-" + runId
                + ", title = {A Lintas corpus of Southeast Asian news}, author = {{Lintas}}, year = {"
                + finished.substring(0, Math.min(4, finished.length())) + "}, note = {run " + runId + "}}";
    }
}
