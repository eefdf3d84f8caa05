package org.lintas.dedup.text;

import java.util.Arrays;

/**
 * A set of pairs of ranks, packed into 8 bytes each: the better (lower) rank in the low half, so that they sort by the
 * other one.
 */
public final class Pairs {

    private long[] pairs = new long[1024];
    private int size;
    private int sorted;

    static long pack(int better, int other) {
        return ((long) other << 32) | better;
    }

    static int better(long pair) {
        return (int) pair;
    }

    static int other(long pair) {
        return (int) (pair >>> 32);
    }

    /** Adds a pair, in either order; a pair of a text with itself is ignored. */
    void add(int one, int another) {
        if (one == another) {
            return;
        }
        if (size == pairs.length) {
            sort();
            if (size > pairs.length / 2) {
                pairs = Arrays.copyOf(pairs, pairs.length * 2);
            }
        }
        pairs[size++] = pack(Math.min(one, another), Math.max(one, another));
    }

    boolean contains(int one, int another) {
        sort();
        return Arrays.binarySearch(pairs, 0, size, pack(Math.min(one, another), Math.max(one, another))) >= 0;
    }

    /** Number of different pairs. */
    int size() {
        sort();
        return size;
    }

    /** Each pair once, sorted by the other rank, then by the better. */
    long[] toArray() {
        sort();
        return Arrays.copyOf(pairs, size);
    }

    private void sort() {
        if (sorted == size) {
            return;
        }
        Arrays.sort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || pairs[kept - 1] != pairs[i]) {
                pairs[kept++] = pairs[i];
            }
        }
        size = kept;
        sorted = kept;
    }
}
