package org.lintas.dedup.text;

import java.util.Optional;
import org.lintas.schemas.DuplicateRelation;

/**
 * Compares pairs of texts token by token, and decides their relation. Holds working memory: use one instance per thread.
 *
 * <p>Rules, in order: the same tokens are {@code identical}; enough in common from the same address, or from the same outlet
 * within a month, without a contradiction or with one correction soon after, is an {@code update}, as are versions with the same
 * headline from the same outlet and day; enough in common without contradiction is a {@code reprint}; the shorter text nearly all
 * in the longer one is an {@code excerpt}.
 */
public final class Verifier {

    /** Version of the rules; written with the thresholds into the footer of every file. */
    public static final String VERSION = "near-3";

    /** Shorter texts are a sentence that any report might quote. */
    private static final int MIN_TOKENS = 12;

    private static final double IDENTICAL = 1;

    /** Similarity from which on texts with the same headline, from the same outlet and day, are versions of one. */
    private static final double VERSION_OF_ONE = .4;

    private final Thresholds thresholds;
    private final Aligner aligner = new Aligner();

    public Verifier(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Decides the relation of a text, which may be dropped, to a better one, which may represent it. */
    public VerificationResult verify(ComparedText better, ComparedText other) {
        Headlines headlines = Headlines.of(better, other);
        int shorter = Math.min(better.text().size(), other.text().size());
        boolean areOthers = shorter < Contradictions.TELLING && headlines.nameOthers();
        if (better.text().sameAs(other.text())) {
            boolean areOtherNotices = Contradictions.isNotice(better.text(), other.text())
                    && (headlines.changeNumbers() || headlines.fillOneSlot());
            return result(areOthers || areOtherNotices ? null : DuplicateRelation.identical, IDENTICAL, IDENTICAL);
        }
        Alignment alignment = aligner.align(better.text(), other.text());
        double similarity = alignment.similarity();
        double containment = alignment.containment();
        Provenance provenance = better.provenance();
        boolean isVersion = headlines.areSame()
                && provenance.sameOutlet(other.provenance())
                && provenance.sameDay(other.provenance());
        boolean isAlike = similarity >= thresholds.reprint();
        boolean isContained = containment >= thresholds.excerpt();
        if (shorter < MIN_TOKENS
                || areOthers
                || !(isAlike || isContained || (isVersion && similarity >= VERSION_OF_ONE))) {
            return result(null, similarity, containment);
        }
        Contradictions contradictions = Contradictions.of(alignment, headlines);
        if (provenance.sameUrl(other.provenance()) || (isVersion && !contradictions.areManyForOneStory())) {
            return result(DuplicateRelation.update, similarity, containment);
        }
        boolean mayUpdate = provenance.sameOutlet(other.provenance()) && provenance.mayUpdate(other.provenance());
        boolean mayBeOneStory = headlines.areSame() && !provenance.onOtherDays(other.provenance());
        boolean isCorrection = mayUpdate && provenance.soonAfter(other.provenance()) && !contradictions.areMany();
        if (!(isAlike || isContained) || (contradictions.ruleOutDuplicate(mayBeOneStory) && !isCorrection)) {
            return result(null, similarity, containment);
        }
        DuplicateRelation copy = isAlike ? DuplicateRelation.reprint : DuplicateRelation.excerpt;
        return result(mayUpdate ? DuplicateRelation.update : copy, similarity, containment);
    }

    private static VerificationResult result(DuplicateRelation relation, double similarity, double containment) {
        return new VerificationResult(Optional.ofNullable(relation), similarity, containment);
    }
}
