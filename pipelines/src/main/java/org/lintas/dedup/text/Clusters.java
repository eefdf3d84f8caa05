package org.lintas.dedup.text;

import java.util.Arrays;

/**
 * Star clusters: representatives and what was verified to be a duplicate of them. Texts are identified by their ranks; 0 is the
 * best. A text of which no representative is a verified duplicate is a representative; any other belongs to the best such
 * representative. So the representatives are the lexicographically first maximal independent set of the graph of verified
 * pairs, which does not depend on the order of the pairs; every member is a verified duplicate of its representative.
 *
 * <p>Memory: 8 bytes a pair, given by the caller and sorted in place, and 4 bytes a text. Time: that of sorting.
 */
public final class Clusters {

    private final int[] representatives;

    private Clusters(int[] representatives) {
        this.representatives = representatives;
    }

    /**
     * The clusters of verified pairs.
     *
     * @param texts number of texts; ranks are lower
     * @param pairs pairs as packed by {@link #pair}; sorted by this method; may repeat
     */
    public static Clusters of(int texts, long[] pairs) {
        Arrays.sort(pairs);
        var representatives = new int[texts];
        for (int rank = 0; rank < texts; rank++) {
            representatives[rank] = rank;
        }
        for (long pair : pairs) {
            int better = Pairs.better(pair);
            int other = Pairs.other(pair);
            if (representatives[other] == other && representatives[better] == better) {
                representatives[other] = better;
            }
        }
        return new Clusters(representatives);
    }

    /** A verified pair, packed. */
    public static long pair(int one, int another) {
        return Pairs.pack(Math.min(one, another), Math.max(one, another));
    }

    /** The rank of the representative of a text; its own if it is one. */
    public int representative(int rank) {
        return representatives[rank];
    }
}
