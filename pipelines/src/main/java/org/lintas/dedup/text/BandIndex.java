package org.lintas.dedup.text;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Ranks of texts by band key; those with an equal key form a {@link Bucket}. Memory: 12 bytes per entry, twice that while sorting.
 */
final class BandIndex {

    private static final int DIGIT_BITS = 16;

    private long[] keys;
    private int[] ranks;
    private int size;

    BandIndex(int capacity) {
        keys = new long[Math.max(1, capacity)];
        ranks = new int[keys.length];
    }

    /** Adds a text under a key; the texts of a key have to be added in the order of their ranks. */
    void add(long key, int rank) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            ranks = Arrays.copyOf(ranks, size * 2);
        }
        keys[size] = key;
        ranks[size++] = rank;
    }

    /** Passes the candidate pairs of all buckets to a consumer. */
    void addCandidates(BiConsumer<Integer, Integer> pairs) {
        sort();
        int from = 0;
        for (int to = 1; to <= size; to++) {
            if (to == size || keys[to] != keys[from]) {
                if (to - from > 1) {
                    var bucket = new Bucket<Integer>(pairs);
                    for (int i = from; i < to; i++) {
                        bucket.add(ranks[i]);
                    }
                }
                from = to;
            }
        }
    }

    /** Radix sort by key, which leaves the ranks of a key in order. */
    private void sort() {
        var toKeys = new long[size];
        var toRanks = new int[size];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            var ends = new int[(1 << DIGIT_BITS) + 1];
            for (int i = 0; i < size; i++) {
                ends[digit(keys[i], shift) + 1]++;
            }
            for (int digit = 0; digit < 1 << DIGIT_BITS; digit++) {
                ends[digit + 1] += ends[digit];
            }
            for (int i = 0; i < size; i++) {
                int to = ends[digit(keys[i], shift)]++;
                toKeys[to] = keys[i];
                toRanks[to] = ranks[i];
            }
            long[] oldKeys = keys;
            int[] oldRanks = ranks;
            keys = toKeys;
            ranks = toRanks;
            toKeys = oldKeys;
            toRanks = oldRanks;
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & ((1 << DIGIT_BITS) - 1);
    }
}
