package org.lintas.dedup.text;

import java.util.Optional;
import org.lintas.schemas.DuplicateRelation;

/**
 * The relation of a text to a better one.
 *
 * @param relation empty if it is no duplicate
 * @param similarity tokens that both have in the same order, by all tokens of both (Jaccard), 0 to 1
 * @param containment the same tokens, by those of the shorter text, 0 to 1
 */
public record VerificationResult(Optional<DuplicateRelation> relation, double similarity, double containment) {

    /** Whether it is a duplicate of any kind. */
    public boolean isDuplicate() {
        return relation.isPresent();
    }
}
