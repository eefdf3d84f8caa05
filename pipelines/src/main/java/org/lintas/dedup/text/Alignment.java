package org.lintas.dedup.text;

import java.util.Arrays;

/**
 * An alignment of two texts: the tokens that both have in the same order, and the gaps between them, in order. A gap is a
 * passage of one text (perhaps empty) in place of a passage of the other.
 */
final class Alignment {

    private final int sizeA;
    private final int sizeB;
    private int matched;
    private int[] gaps = new int[64];
    private int gapCount;

    Alignment(int sizeA, int sizeB) {
        this.sizeA = sizeA;
        this.sizeB = sizeB;
    }

    void addMatched(int tokens) {
        matched += tokens;
    }

    /** Adds the next gap, from inclusive to exclusive on either side; gaps that touch become one. */
    void addGap(int fromA, int toA, int fromB, int toB) {
        if (gapCount > 0 && endA(gapCount - 1) == fromA && endB(gapCount - 1) == fromB) {
            gaps[4 * gapCount - 3] = toA;
            gaps[4 * gapCount - 1] = toB;
            return;
        }
        if (4 * gapCount == gaps.length) {
            gaps = Arrays.copyOf(gaps, gaps.length * 2);
        }
        gaps[4 * gapCount] = fromA;
        gaps[4 * gapCount + 1] = toA;
        gaps[4 * gapCount + 2] = fromB;
        gaps[4 * gapCount + 3] = toB;
        gapCount++;
    }

    int matched() {
        return matched;
    }

    int gaps() {
        return gapCount;
    }

    int startA(int gap) {
        return gaps[4 * gap];
    }

    int endA(int gap) {
        return gaps[4 * gap + 1];
    }

    int startB(int gap) {
        return gaps[4 * gap + 2];
    }

    int endB(int gap) {
        return gaps[4 * gap + 3];
    }

    /** Whether the texts agree before and after the gap. */
    boolean isInner(int gap) {
        boolean opens = startA(gap) == 0 && startB(gap) == 0;
        boolean closes = endA(gap) == sizeA && endB(gap) == sizeB;
        return !opens && !closes;
    }

    /** Matched tokens by all tokens. */
    double similarity() {
        return (double) matched / Math.max(1, sizeA + sizeB - matched);
    }

    /** Matched tokens by tokens of the shorter text. */
    double containment() {
        return (double) matched / Math.max(1, Math.min(sizeA, sizeB));
    }
}
