package org.lintas.topic.passage;

import java.util.Arrays;
import java.util.List;

/**
 * Cuts text into pieces of a vocabulary: the likeliest sequence of them under a unigram language model (Kudo 2018,
 * arXiv:1804.10959).
 */
public final class Vocabulary {

    /** What {@link Cutter#piece} gives for a character that no piece covers. */
    public static final int UNKNOWN = Integer.MAX_VALUE;

    private static final int NONE = 0;

    /** Bits of the number of a node. */
    private static final int NODE = 24;

    private static final long NODES = (1L << NODE) - 1;

    private final double unknown;

    /** Node of a trie for each character that pieces begin with; {@link #NONE} for others. */
    private final int[] first = new int[Character.MAX_VALUE + 1];

    /**
     * The other edges of the trie, in one open-addressed table, so that a step reads one place of memory: number of a node, a character,
     * and the number of the node that it leads to; 0 where there is none.
     */
    private final long[] edges;

    private final int shift;

    /** The piece that ends at each node, and the logarithm of its probability; negative infinity if there is none. */
    private final int[] ends;

    private final float[] scores;

    /**
     * A vocabulary.
     *
     * @param pieces its pieces, none empty, of fewer than 16 million characters in all
     * @param scores logarithms of their probabilities
     * @param unknown score of a character that no piece covers
     */
    public Vocabulary(List<String> pieces, float[] scores, double unknown) {
        this.unknown = unknown;
        int most = 1 + pieces.stream().mapToInt(String::length).sum();
        if (most > NODES) {
            throw new IllegalArgumentException(
                    "a vocabulary of " + pieces.size() + " pieces and " + most + " characters");
        }
        // At most half full.
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(most);
        edges = new long[1 << bits];
        shift = Long.SIZE - bits;
        var endsSoFar = new int[most];
        var scoresSoFar = new float[most];
        Arrays.fill(scoresSoFar, Float.NEGATIVE_INFINITY);
        int nodes = 1;
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            int node = first[piece.charAt(0)];
            if (node == NONE) {
                node = nodes++;
                first[piece.charAt(0)] = node;
            }
            for (int at = 1; at < piece.length(); at++) {
                int slot = slot(node, piece.charAt(at));
                if (edges[slot] == 0) {
                    edges[slot] = key(node, piece.charAt(at)) << NODE | nodes++;
                }
                node = (int) (edges[slot] & NODES);
            }
            endsSoFar[node] = i;
            scoresSoFar[node] = scores[i];
        }
        this.ends = Arrays.copyOf(endsSoFar, nodes);
        this.scores = Arrays.copyOf(scoresSoFar, nodes);
    }

    private static long key(int node, char character) {
        return (long) node << Character.SIZE | character;
    }

    /** Where the edge of a node and a character is, or would be. */
    private int slot(int node, char character) {
        long key = key(node, character);
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
        while (edges[slot] != 0 && edges[slot] >>> NODE != key) {
            slot = (slot + 1) & (edges.length - 1);
        }
        return slot;
    }

    /** Cuts one text after another with the same memory. For use by one thread. */
    public final class Cutter {
        private double[] best = {0};
        private int[] from = {0};
        private int[] piece = {0};
        private int count;
        private int last;

        /** Cuts a text; returns the number of its pieces. */
        public int cut(char[] text, int start, int end) {
            int length = end - start;
            if (best.length <= length) {
                best = new double[length * 2];
                from = new int[length * 2];
                piece = new int[length * 2];
            }
            Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
            for (int at = 0; at < length; at++) {
                double here = best[at];
                if (here + unknown > best[at + 1]) {
                    best[at + 1] = here + unknown;
                    from[at + 1] = at;
                    piece[at + 1] = UNKNOWN;
                }
                int node = first[text[start + at]];
                for (int to = at + 1; node != NONE; to++) {
                    double score = here + scores[node];
                    if (score > best[to]) {
                        best[to] = score;
                        from[to] = at;
                        piece[to] = ends[node];
                    }
                    node = to == length ? NONE : (int) (edges[slot(node, text[start + to])] & NODES);
                }
            }
            count = 0;
            for (int at = length; at > 0; at = from[at]) {
                // Ahead of what is still to be read.
                piece[length - count++] = piece[at];
            }
            last = length;
            return count;
        }

        /** A piece of the text that was cut last, in their order, by number; {@link #UNKNOWN} for a character that none covers. */
        public int piece(int index) {
            return piece[last - count + 1 + index];
        }
    }
}
