package org.lintas.dedup.text;

import java.util.Arrays;

/**
 * Puts the passages of a text into the order that they have in another one: editors move paragraphs. Passages are runs of anchors,
 * shingles that occur once in each text; what stands behind a passage, up to the next one, moves with it.
 */
final class Reordering {

    /** Fewest tokens that are worth moving, and fewest anchors of a passage: phrases recur anywhere. */
    static final int PASSAGE = 8;

    /** Most tokens between two anchors of a passage, in either text. */
    private static final int SLACK = 16;

    private Reordering() {}

    /** The second text in the order of the first; itself if it is in that order. */
    static Tokens of(AnchorTable table, Tokens a, Tokens b) {
        if (a.size() < Shingles.ALIGNMENT_TOKENS || b.size() < Shingles.ALIGNMENT_TOKENS) {
            return b;
        }
        int[] starts = starts(table.anchorsInAnyOrder(a, 0, a.size(), b, 0, b.size()));
        int[] inPlace = starts.clone();
        Arrays.sort(inPlace);
        if (Arrays.equals(starts, inPlace)) {
            return b;
        }
        var places = new int[b.size()];
        int size = inPlace[0];
        Arrays.setAll(places, i -> i);
        for (int start : starts) {
            int next = Arrays.binarySearch(inPlace, start) + 1;
            int end = next == inPlace.length ? b.size() : inPlace[next];
            for (int i = start; i < end; i++) {
                places[size++] = i;
            }
        }
        return b.inOrder(places);
    }

    /** Where the passages start in the second text, in the order of the first. */
    private static int[] starts(int[] anchors) {
        var starts = new int[anchors.length / (2 * PASSAGE) + 1];
        int count = 0;
        for (int from = 0, to; from < anchors.length; from = to) {
            to = from + 2;
            while (to < anchors.length
                    && follow(anchors[to - 2], anchors[to])
                    && follow(anchors[to - 1], anchors[to + 1])) {
                to += 2;
            }
            if (to - from >= 2 * PASSAGE) {
                starts[count++] = anchors[from + 1];
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean follow(int place, int next) {
        return next > place && next - place <= SLACK;
    }
}
