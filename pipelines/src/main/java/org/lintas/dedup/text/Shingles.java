package org.lintas.dedup.text;

import java.util.function.LongConsumer;

/**
 * Runs of consecutive tokens, as 64-bit hashes: Broder 1997, "On the resemblance and containment of documents", <a
 * href="https://doi.org/10.1109/SEQUEN.1997.666900">10.1109/SEQUEN.1997.666900</a>.
 */
public final class Shingles {

    /**
     * Tokens in a shingle by which candidates are found: with fewer, common phrases would make candidates of unrelated texts.
     */
    public static final int CANDIDATE_TOKENS = 4;

    /** Tokens in a shingle by which texts are aligned: fewer, so that scattered edits leave some shingles unchanged. */
    public static final int ALIGNMENT_TOKENS = 3;

    private Shingles() {}

    /**
     * Passes each run of four tokens to a consumer, in order; of a shorter text, one shingle of all its tokens; of an empty text, none.
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

    /** The shingle of the three tokens from an index on. */
    static long forAlignment(Tokens tokens, int from) {
        return Hashing.mix(tokens.at(from), tokens.at(from + 1), tokens.at(from + 2));
    }
}
