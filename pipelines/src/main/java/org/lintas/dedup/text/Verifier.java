package org.lintas.dedup.text;

import java.util.Optional;
import org.lintas.schemas.DuplicateRelation;

/**
 * Compares pairs of texts token by token, and decides their relation. Holds working memory: use one instance per thread.
 *
 * <p>Rules, in order: the same tokens are {@code identical}; enough in common from the same address, or from the same
 * outlet without a contradiction or with one correction soon after, is an {@code update}; enough in common without
 * contradiction is a {@code reprint}; the shorter text nearly all in the longer one is an {@code excerpt}.
 */
public final class Verifier {

    /** Version of the rules; written with the thresholds into the footer of every file. */
    public static final String VERSION = "near-1";

    /** Shorter texts are a sentence that any report might quote. */
    private static final int MIN_TOKENS = 12;

    private static final double IDENTICAL = 1;

    private final Thresholds thresholds;
    private final Aligner aligner = new Aligner();

    public Verifier(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * Decides the relation of a text to a better one.
     *
     * @param better tokens of the text that may represent the other
     * @param other tokens of the text that may be dropped
     */
    public VerificationResult verify(
            Tokens better, Provenance betterProvenance, Tokens other, Provenance otherProvenance) {
        if (better.sameAs(other)) {
            return new VerificationResult(Optional.of(DuplicateRelation.identical), IDENTICAL, IDENTICAL);
        }
        Alignment alignment = aligner.align(better, other);
        double similarity = alignment.similarity();
        double containment = alignment.containment();
        boolean isAlike = similarity >= thresholds.reprint();
        boolean isContained = containment >= thresholds.excerpt();
        if (Math.min(better.size(), other.size()) < MIN_TOKENS || !(isAlike || isContained)) {
            return new VerificationResult(Optional.empty(), similarity, containment);
        }
        Contradictions contradictions = Contradictions.of(better, other, alignment);
        boolean isCorrection = betterProvenance.soonAfter(otherProvenance) && !contradictions.areMany();
        boolean isUpdate = betterProvenance.sameUrl(otherProvenance)
                || (betterProvenance.sameOutlet(otherProvenance)
                        && (isCorrection || !contradictions.ruleOutDuplicate()));
        if (isUpdate) {
            return new VerificationResult(Optional.of(DuplicateRelation.update), similarity, containment);
        }
        if (contradictions.ruleOutDuplicate()) {
            return new VerificationResult(Optional.empty(), similarity, containment);
        }
        return new VerificationResult(
                Optional.of(isAlike ? DuplicateRelation.reprint : DuplicateRelation.excerpt), similarity, containment);
    }
}
