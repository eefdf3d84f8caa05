package org.lintas.dedup.text;

import java.util.Arrays;

/**
 * Aligns two texts: first their common beginning and end; then anchors, which are shingles that occur once in each text, as
 * many as keep their order (patience diff, by a longest increasing subsequence); then the gaps between anchors in the same way;
 * and in gaps without anchors a longest common subsequence, which counts only if it is dense, so that scattered common words do
 * not align different passages.
 *
 * <p>Time is linear in the lengths, except for gaps of up to {@value #MAX_CELLS} cells. Holds working memory: use one instance per thread.
 */
final class Aligner {

    private static final int SHINGLE = Shingles.ALIGNMENT_TOKENS;

    /** Depth to which gaps are searched for anchors of their own; real texts need at most four. */
    private static final int MAX_DEPTH = 16;

    private static final int MAX_CELLS = 1 << 16;

    /**
     * Least common share of the shorter side and of the longer side of a gap; with less in common, the passage was replaced
     * rather than edited.
     */
    private static final double MIN_LEFT_OF_SHORTER = .5;

    private static final double MIN_LEFT_OF_LONGER = .25;

    /**
     * Texts with fewer anchors than this share of the tokens of the shorter one are unrelated and are not aligned any further.
     */
    private static final double MIN_ANCHOR_SHARE = .08;

    private final AnchorTable table = new AnchorTable();
    private short[] lengths = new short[0];
    private Tokens a;
    private Tokens b;
    private Alignment alignment;
    private boolean anchorsCounted;

    /** Aligns two texts; passages that stand in another place in the second one are aligned as if they had not been moved. */
    Alignment align(Tokens left, Tokens right) {
        Alignment inOrder = alignInOrder(left, right, false);
        if (inOrder.shorter() - inOrder.matched() < Reordering.PASSAGE) {
            return inOrder;
        }
        Tokens reordered = Reordering.of(table, left, right);
        if (reordered == right) {
            return inOrder;
        }
        Alignment moved = alignInOrder(left, reordered, true);
        return moved.matched() - inOrder.matched() >= Reordering.PASSAGE ? moved : inOrder;
    }

    private Alignment alignInOrder(Tokens left, Tokens right, boolean isReordered) {
        a = left;
        b = right;
        alignment = new Alignment(a, b, isReordered);
        anchorsCounted = false;
        align(0, a.size(), 0, b.size(), 0);
        return alignment;
    }

    private void align(int fromA, int toA, int fromB, int toB, int depth) {
        int startA = fromA;
        int startB = fromB;
        while (startA < toA && startB < toB && a.at(startA) == b.at(startB)) {
            startA++;
            startB++;
        }
        int endA = toA;
        int endB = toB;
        while (endA > startA && endB > startB && a.at(endA - 1) == b.at(endB - 1)) {
            endA--;
            endB--;
        }
        alignment.addMatched(startA - fromA + (toA - endA));
        if (startA == endA && startB == endB) {
            return;
        }
        if (startA == endA || startB == endB) {
            alignment.addGap(startA, endA, startB, endB);
        } else if (depth == MAX_DEPTH || !alignByAnchors(startA, endA, startB, endB, depth)) {
            alignBySubsequence(startA, endA, startB, endB);
        }
    }

    /** Whether there were anchors. */
    private boolean alignByAnchors(int fromA, int toA, int fromB, int toB, int depth) {
        if (toA - fromA < SHINGLE || toB - fromB < SHINGLE) {
            return false;
        }
        int[] anchors = table.anchors(a, fromA, toA, b, fromB, toB);
        if (!anchorsCounted) {
            anchorsCounted = true;
            if (alignment.matched() + anchors.length / 2 < MIN_ANCHOR_SHARE * Math.min(a.size(), b.size())) {
                alignment.addGap(fromA, toA, fromB, toB);
                return true;
            }
        }
        int atA = fromA;
        int atB = fromB;
        for (int i = 0; i < anchors.length; i += 2) {
            int anchorA = anchors[i];
            int anchorB = anchors[i + 1];
            if (anchorA - atA == anchorB - atB && anchorA <= atA) {
                int fresh = Math.max(0, anchorA + SHINGLE - atA);
                alignment.addMatched(fresh);
                atA += fresh;
                atB += fresh;
            } else if (anchorA >= atA && anchorB >= atB) {
                align(atA, anchorA, atB, anchorB, depth + 1);
                alignment.addMatched(SHINGLE);
                atA = anchorA + SHINGLE;
                atB = anchorB + SHINGLE;
            }
        }
        if (anchors.length > 0) {
            align(atA, toA, atB, toB, depth + 1);
        }
        return anchors.length > 0;
    }

    private void alignBySubsequence(int fromA, int toA, int fromB, int toB) {
        int rows = toA - fromA;
        int columns = toB - fromB;
        if ((long) rows * columns > MAX_CELLS) {
            alignment.addGap(fromA, toA, fromB, toB);
            return;
        }
        int width = columns + 1;
        fillLengths(fromA, rows, fromB, columns, width);
        int common = lengths[0];
        if (common < MIN_LEFT_OF_SHORTER * Math.min(rows, columns)
                || common < MIN_LEFT_OF_LONGER * Math.max(rows, columns)) {
            alignment.addGap(fromA, toA, fromB, toB);
            return;
        }
        alignment.addMatched(common);
        int row = 0;
        int column = 0;
        while (row < rows || column < columns) {
            int gapRow = row;
            int gapColumn = column;
            while ((row < rows || column < columns)
                    && !(row < rows && column < columns && a.at(fromA + row) == b.at(fromB + column))) {
                if (column == columns
                        || (row < rows && lengths[(row + 1) * width + column] >= lengths[row * width + column + 1])) {
                    row++;
                } else {
                    column++;
                }
            }
            if (row > gapRow || column > gapColumn) {
                alignment.addGap(fromA + gapRow, fromA + row, fromB + gapColumn, fromB + column);
            }
            while (row < rows && column < columns && a.at(fromA + row) == b.at(fromB + column)) {
                row++;
                column++;
            }
        }
    }

    /** Lengths of the longest common subsequences of the rests of the passages, for each pair of positions. */
    private void fillLengths(int fromA, int rows, int fromB, int columns, int width) {
        if (lengths.length < (rows + 1) * width) {
            lengths = new short[(rows + 1) * width * 2];
        }
        Arrays.fill(lengths, rows * width, (rows + 1) * width, (short) 0);
        for (int row = rows - 1; row >= 0; row--) {
            int token = a.at(fromA + row);
            int here = row * width;
            lengths[here + columns] = 0;
            for (int column = columns - 1; column >= 0; column--) {
                lengths[here + column] = token == b.at(fromB + column)
                        ? (short) (lengths[here + width + column + 1] + 1)
                        : (short) Math.max(lengths[here + width + column], lengths[here + column + 1]);
            }
        }
    }
}
