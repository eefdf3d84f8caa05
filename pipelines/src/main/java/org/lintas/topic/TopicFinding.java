package org.lintas.topic;

import java.util.List;

/**
 * The terms of one topic that were found in an article.
 *
 * @param topic code of the topic
 * @param hits its terms in the order of the text; offsets count from the headline on
 */
public record TopicFinding(String topic, List<Hit> hits) {

    /** A term found: UTF-16 offsets in headline and text together. */
    public record Hit(Taxonomy.Term term, int start, int end) {
        public boolean is(Taxonomy.Kind kind) {
            return term.kind() == kind;
        }
    }

    /** Whether it may be a label by its terms: words of the context alone are no evidence. */
    public boolean hasEvidence() {
        return hits.stream().anyMatch(hit -> !hit.is(Taxonomy.Kind.CONTEXT));
    }
}
