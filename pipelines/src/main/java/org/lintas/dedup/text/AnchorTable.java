package org.lintas.dedup.text;

import java.util.Arrays;

/** Finds anchors: the shingles that occur once in each of two passages. Holds working memory: use one instance per thread. */
final class AnchorTable {

    private static final int NONE = -1;
    private static final int TWICE = -2;

    private long[] shingles = new long[0];
    private int[] placesA = new int[0];
    private int[] placesB = new int[0];

    /** Positions of the anchors in the first and the second passage, alternating; both ascend. */
    int[] anchors(Tokens a, int fromA, int toA, Tokens b, int fromB, int toB) {
        int[] pairs = anchorsInAnyOrder(a, fromA, toA, b, fromB, toB);
        return rising(pairs, pairs.length / 2);
    }

    /** Positions of the anchors in the first and the second passage, alternating; only the first ascend. */
    int[] anchorsInAnyOrder(Tokens a, int fromA, int toA, Tokens b, int fromB, int toB) {
        int runs = toA - fromA - Shingles.ALIGNMENT_TOKENS + 1;
        int capacity = Integer.highestOneBit(runs) * 4;
        clear(capacity);
        int mask = capacity - 1;
        for (int i = fromA; i < fromA + runs; i++) {
            long shingle = Shingles.forAlignment(a, i);
            int slot = slot(shingle, mask);
            shingles[slot] = shingle;
            placesA[slot] = placesA[slot] == NONE ? i : TWICE;
        }
        for (int i = fromB; i <= toB - Shingles.ALIGNMENT_TOKENS; i++) {
            int slot = slot(Shingles.forAlignment(b, i), mask);
            if (placesA[slot] != NONE) {
                placesB[slot] = placesB[slot] == NONE ? i : TWICE;
            }
        }
        var pairs = new int[2 * runs];
        int count = 0;
        for (int i = fromA; i < fromA + runs; i++) {
            int slot = slot(Shingles.forAlignment(a, i), mask);
            if (placesA[slot] == i && placesB[slot] >= 0) {
                pairs[count++] = i;
                pairs[count++] = placesB[slot];
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    private void clear(int capacity) {
        if (shingles.length < capacity) {
            shingles = new long[capacity];
            placesA = new int[capacity];
            placesB = new int[capacity];
        }
        Arrays.fill(placesA, 0, capacity, NONE);
        Arrays.fill(placesB, 0, capacity, NONE);
    }

    /** The slot of the shingle in the table, or the free slot for it. */
    private int slot(long shingle, int mask) {
        int slot = (int) shingle & mask;
        while (placesA[slot] != NONE && shingles[slot] != shingle) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /**
     * The longest sequence of pairs whose second positions ascend as the first do (Schensted 1961, 10.4153/CJM-1961-015-3).
     */
    private static int[] rising(int[] pairs, int count) {
        var tails = new int[count];
        var before = new int[count];
        int length = 0;
        for (int i = 0; i < count; i++) {
            int low = 0;
            int high = length;
            if (length > 0 && pairs[2 * tails[length - 1] + 1] < pairs[2 * i + 1]) {
                low = length;
            }
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs[2 * tails[middle] + 1] < pairs[2 * i + 1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? NONE : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        var rising = new int[2 * length];
        int at = length == 0 ? NONE : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            rising[2 * i] = pairs[2 * at];
            rising[2 * i + 1] = pairs[2 * at + 1];
            at = before[at];
        }
        return rising;
    }
}
