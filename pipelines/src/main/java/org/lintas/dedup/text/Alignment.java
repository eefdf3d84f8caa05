package org.lintas.dedup.text;

import java.util.Arrays;

/**
 * An alignment of two texts: the tokens that both have in the same order, and the gaps between them, in order. A gap is a
 * passage of one text (perhaps empty) in place of a passage of the other.
 */
final class Alignment {

    private final Tokens a;
    private final Tokens b;
    private final boolean isReordered;
    private int matched;
    private int[] gaps = new int[64];
    private int gapCount;

    Alignment(Tokens a, Tokens b, boolean isReordered) {
        this.a = a;
        this.b = b;
        this.isReordered = isReordered;
    }

    /** Whether passages of the second text were moved; where they met others, tokens of scripts without spaces differ. */
    boolean isReordered() {
        return isReordered;
    }

    /** The first text. */
    Tokens a() {
        return a;
    }

    /** The second text, in the order of the first. */
    Tokens b() {
        return b;
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

    /** Tokens of the shorter text. */
    int shorter() {
        return Math.min(a.size(), b.size());
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
        boolean closes = endA(gap) == a.size() && endB(gap) == b.size();
        return !opens && !closes;
    }

    /** Matched tokens by all tokens. */
    double similarity() {
        return (double) matched / Math.max(1, a.size() + b.size() - matched);
    }

    /** Matched tokens by tokens of the shorter text. */
    double containment() {
        return (double) matched / Math.max(1, shorter());
    }
}
