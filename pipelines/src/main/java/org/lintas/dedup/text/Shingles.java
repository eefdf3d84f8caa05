package org.lintas.dedup.text;

import java.util.function.LongConsumer;

/**
 * Runs of consecutive tokens, as 64-bit hashes: Broder 1997, "On the resemblance and containment of documents", <a
 * href="https://doi.org/10.1109/SEQUEN.1997.666900">10.1109/SEQUEN.1997.666900</a>.
 */
public final class Shingles {

    /**
     * Tokens in a shingle by which candidates are found: fewer, and stock phrases would make candidates of strangers.
     */
    public static final int CANDIDATE_TOKENS = 4;

    /** Tokens in a shingle by which texts are aligned: fewer, so that scattered edits leave some whole. */
    public static final int ALIGNMENT_TOKENS = 3;

    private Shingles() {}

    /**
     * Passes on each run of four tokens in order; of a shorter text, one shingle of what there is; of an empty one,
     * none.
     */
    public static void forCandidates(Tokens tokens, LongConsumer consumer) {
        int size = tokens.size();
        if (size > 0 && size < CANDIDATE_TOKENS) {
            consumer.accept(tokens.digest());
        }
        for (int i = 0; i + CANDIDATE_TOKENS <= size; i++) {
            consumer.accept(Hashing.mix(tokens.at(i), tokens.at(i + 1), tokens.at(i + 2), tokens.at(i + 3)));
        }
    }

    /** The three tokens from a place on. */
    static long forAlignment(Tokens tokens, int from) {
        return Hashing.mix(tokens.at(from), tokens.at(from + 1), tokens.at(from + 2));
    }
}
