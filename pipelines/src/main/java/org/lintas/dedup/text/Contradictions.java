package org.lintas.dedup.text;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Contradictions between two aligned texts: places where, within the same words, a number replaces a number, a name a name, or
 * a passage a passage. Texts of one template differ like this; reprints differ otherwise: parts are cut or added, words are
 * exchanged.
 */
final class Contradictions {

    /** Longest gap, in tokens on either side, whose numbers and names correspond to each other. */
    private static final int SHORT_GAP = 8;

    /** Shortest passage, in tokens and as a share of the shorter text, whose replacement counts. */
    private static final int PASSAGE = 4;

    private static final double PASSAGE_SHARE = .025;

    /** Two gaps belong to one passage if the tokens between them are at most one in this many of those of either gap. */
    private static final int STRAY = 4;

    /** Replaced passages from which on two texts are taken for texts of one template: their number, and their share of the shorter text. */
    private static final int PASSAGES = 2;

    private static final double PASSAGES_SHARE = .1;

    /**
     * A reworded text may have one changed fact for this many equal ones: it still is the same report, with an error or a correction.
     */
    private static final int AGREEING = 12;

    private final Tokens a;
    private final Tokens b;
    private final Alignment alignment;
    /** The tokens of either text in order of value, once a name is looked for in them. */
    private int[] sortedA;

    private int[] sortedB;
    private int numbers;
    private int names;
    private int passages;
    private int passageTokens;
    private int agreeing;
    private int otherGaps;

    private Contradictions(Tokens a, Tokens b, Alignment alignment) {
        this.a = a;
        this.b = b;
        this.alignment = alignment;
    }

    static Contradictions of(Tokens a, Tokens b, Alignment alignment) {
        var contradictions = new Contradictions(a, b, alignment);
        contradictions.find();
        return contradictions;
    }

    /** Whether passages were exchanged as in a template that is filled in. */
    private boolean replacesPassages() {
        return passages >= PASSAGES && passageTokens >= PASSAGES_SHARE * Math.min(a.size(), b.size());
    }

    /** Whether too much changed even for a correction by the same outlet. */
    boolean areMany() {
        return replacesPassages() || (long) (numbers + names) * AGREEING > agreeing;
    }

    /** Whether the texts are different reports: too much changed, or only numbers. */
    boolean ruleOutDuplicate() {
        return areMany() || (numbers > 0 && otherGaps == 0);
    }

    private void find() {
        agreeing = facts(a, 0, a.size());
        for (int gap = 0; gap < alignment.gaps(); gap++) {
            int inA = alignment.endA(gap) - alignment.startA(gap);
            int inB = alignment.endB(gap) - alignment.startB(gap);
            agreeing -= facts(a, alignment.startA(gap), alignment.endA(gap));
            boolean changesFacts = inA > 0 && inB > 0 && Math.max(inA, inB) <= SHORT_GAP && compareFacts(gap);
            otherGaps += changesFacts ? 0 : 1;
        }
        for (int gap = 0, next; gap < alignment.gaps(); gap = next) {
            next = gap + 1;
            while (next < alignment.gaps() && isOnePassage(next - 1, next)) {
                next++;
            }
            comparePassages(gap, next - 1);
        }
    }

    /** Whether so few tokens are aligned between two gaps that they match by chance. */
    private boolean isOnePassage(int gap, int next) {
        int between = alignment.startA(next) - alignment.endA(gap);
        return between * STRAY <= Math.min(longest(gap), longest(next));
    }

    private int longest(int gap) {
        return Math.max(alignment.endA(gap) - alignment.startA(gap), alignment.endB(gap) - alignment.startB(gap));
    }

    private void comparePassages(int first, int last) {
        int inA = alignment.endA(last) - alignment.startA(first);
        int inB = alignment.endB(last) - alignment.startB(first);
        int replaced = Math.min(inA, inB);
        int shorter = Math.min(a.size(), b.size());
        if (replaced >= PASSAGE
                && replaced >= PASSAGE_SHARE * shorter
                && alignment.isInner(first)
                && alignment.isInner(last)) {
            passages++;
            passageTokens += replaced;
        }
    }

    private static int facts(Tokens tokens, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += tokens.isNumber(i) || tokens.isName(i) ? 1 : 0;
        }
        return count;
    }

    /** Whether the gap changes a number or a name. */
    private boolean compareFacts(int gap) {
        int fromA = alignment.startA(gap);
        int toA = alignment.endA(gap);
        int fromB = alignment.startB(gap);
        int toB = alignment.endB(gap);
        int changedNumbers =
                Math.min(missingNumbers(a, fromA, toA, b, fromB, toB), missingNumbers(b, fromB, toB, a, fromA, toA));
        int changedNames = Math.min(missingNames(a, fromA, toA, this::isInB), missingNames(b, fromB, toB, this::isInA));
        // A name of several words is one name.
        changedNames = Math.min(1, changedNames);
        numbers += changedNumbers;
        names += changedNames;
        if (changedNumbers + changedNames > 0) {
            return true;
        }
        return false;
    }

    /** How many numbers of a short passage of the one are not in that of the other. */
    private static int missingNumbers(Tokens tokens, int from, int to, Tokens other, int otherFrom, int otherTo) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i)) {
                int j = otherFrom;
                while (j < otherTo && other.at(j) != tokens.at(i)) {
                    j++;
                }
                count += j == otherTo ? 1 : 0;
            }
        }
        return count;
    }

    /** How many names of a passage of the one are nowhere in the other. */
    private static int missingNames(Tokens tokens, int from, int to, IntPredicate isInOther) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += tokens.isName(i) && !isInOther.test(tokens.at(i)) ? 1 : 0;
        }
        return count;
    }

    private boolean isInA(int token) {
        sortedA = sortedA == null ? sorted(a) : sortedA;
        return Arrays.binarySearch(sortedA, token) >= 0;
    }

    private boolean isInB(int token) {
        sortedB = sortedB == null ? sorted(b) : sortedB;
        return Arrays.binarySearch(sortedB, token) >= 0;
    }

    private static int[] sorted(Tokens tokens) {
        return IntStream.range(0, tokens.size()).map(tokens::at).sorted().toArray();
    }
}
