package org.lintas.topic.passage;

import java.util.Arrays;
import java.util.List;

/**
 * Cuts text into pieces of a vocabulary: the likeliest sequence of them under a unigram language model (Kudo 2018,
 * arXiv:1804.10959).
 */
final class Vocabulary {

    /** What {@link #cut} gives for a character that no piece covers. */
    static final int UNKNOWN = -1;

    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final int FREE = 0;

    private final float[] scores;
    private final double unknown;

    /** A trie: the children of all nodes in one hash table of node and character, and the piece that ends at a node. */
    private final long[] keys;

    private final int[] children;
    private int[] ends = {NONE};
    private int nodes = 1;

    /** The node of each first character; {@link #ROOT} where no piece begins with it. */
    private final int[] first = new int[Character.MAX_VALUE + 1];

    /**
     * A vocabulary.
     *
     * @param pieces its pieces, none empty
     * @param scores logarithms of their probabilities
     * @param unknown score of a character that no piece covers
     */
    Vocabulary(List<String> pieces, float[] scores, double unknown) {
        this.scores = scores;
        this.unknown = unknown;
        int most = pieces.stream().mapToInt(String::length).sum();
        keys = new long[Integer.highestOneBit(most + 1) * 4];
        children = new int[keys.length];
        for (int i = 0; i < pieces.size(); i++) {
            add(pieces.get(i), i);
        }
    }

    private void add(String piece, int number) {
        int node = first[piece.charAt(0)];
        if (node == ROOT) {
            node = newNode();
            first[piece.charAt(0)] = node;
        }
        for (int i = 1; i < piece.length(); i++) {
            long key = key(node, piece.charAt(i));
            int slot = slot(key);
            if (keys[slot] == FREE) {
                keys[slot] = key;
                children[slot] = newNode();
            }
            node = children[slot];
        }
        ends[node] = number;
    }

    private int newNode() {
        ends = nodes < ends.length ? ends : Arrays.copyOf(ends, ends.length * 2);
        ends[nodes] = NONE;
        return nodes++;
    }

    /** Never {@link #FREE}: only nodes other than the root have a key. */
    private static long key(int node, char character) {
        return (long) node << Character.SIZE | character;
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & (keys.length - 1);
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** The pieces of a text in their order, by number; {@link #UNKNOWN} for each character that none covers. */
    int[] cut(String text) {
        int length = text.length();
        var best = new double[length + 1];
        var from = new int[length + 1];
        var piece = new int[length + 1];
        Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
        for (int start = 0; start < length; start++) {
            if (best[start] + unknown > best[start + 1]) {
                best[start + 1] = best[start] + unknown;
                from[start + 1] = start;
                piece[start + 1] = UNKNOWN;
            }
            int node = first[text.charAt(start)];
            for (int end = start + 1; node != ROOT; end++) {
                int ended = ends[node];
                if (ended != NONE && best[start] + scores[ended] > best[end]) {
                    best[end] = best[start] + scores[ended];
                    from[end] = start;
                    piece[end] = ended;
                }
                int slot = end == length ? NONE : slot(key(node, text.charAt(end)));
                node = slot == NONE || keys[slot] == FREE ? ROOT : children[slot];
            }
        }
        int count = 0;
        for (int at = length; at > 0; at = from[at]) {
            count++;
        }
        var pieces = new int[count];
        for (int at = length; at > 0; at = from[at]) {
            pieces[--count] = piece[at];
        }
        return pieces;
    }
}
