package org.lintas.dedup.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
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

    /** Texts with fewer tokens are notices: a single fact tells one from another. */
    private static final int NOTICE = 120;

    /** A text of so many tokens tells what it is about, whatever its headline. */
    static final int TELLING = 40;

    /** Replaced numbers and names of notices count from this share of the replaced tokens on. */
    private static final double NOTICE_SHARE = .1;

    /** Most gaps of a form that was filled in otherwise; what differs in more places, or in its order, was edited. */
    private static final int MOST_SLOTS = 12;

    /** Most tokens of a number or a name that stands elsewhere in the other text, as after an exchange of roles. */
    private static final int SLOT = 4;

    /** A corrected story may have one changed fact for this many equal ones. */
    private static final int AGREEING_STORY = 4;

    /** Years of both calendars of the region, and how many the last two digits count. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2699;
    private static final int CENTURY = 100;

    private final Tokens a;
    private final Tokens b;
    private final Alignment alignment;
    private final Headlines headlines;
    private final boolean isNotice;
    private final int shortGap;
    private int numbers;
    private int names;
    private int passages;
    private int passageTokens;
    private int agreeing;
    private int otherGaps;
    /** Of the tokens that are replaced: how many there are, how many are numbers and names, how many others may be names. */
    private int replaced;

    private int replacedFacts;
    private int unsure;
    private boolean movedInA;
    private boolean movedInB;
    private boolean swaps;
    private final Set<Long> replacements = new HashSet<>();

    private Contradictions(Alignment alignment, Headlines headlines) {
        this.a = alignment.a();
        this.b = alignment.b();
        this.alignment = alignment;
        this.headlines = headlines;
        this.isNotice = isNotice(a, b);
        this.shortGap = inTokens(a, SHORT_GAP);
    }

    /** Whether one of two texts is a notice. */
    static boolean isNotice(Tokens a, Tokens b) {
        return Math.min(a.size(), b.size()) < inTokens(a, NOTICE);
    }

    /** So many words in tokens: the chunks of scripts without spaces are about half a word. */
    private static int inTokens(Tokens a, int words) {
        return a.hasCase() ? words : 2 * words;
    }

    static Contradictions of(Alignment alignment, Headlines headlines) {
        var contradictions = new Contradictions(alignment, headlines);
        contradictions.find();
        return contradictions;
    }

    /** Whether passages were exchanged as in a template that is filled in. */
    private boolean replacesPassages() {
        return passages >= PASSAGES && passageTokens >= PASSAGES_SHARE * Math.min(a.size(), b.size());
    }

    /** Whether too much changed even for a correction by the same outlet. */
    boolean areMany() {
        return replacesPassages()
                || (long) (numbers + names) * AGREEING > agreeing
                || (isNotice ? areOfOtherNotices() : areOfOtherDays());
    }

    /**
     * Whether the texts are different reports: too much changed, or only numbers.
     *
     * @param mayBeOneStory whether nothing else tells them apart: then a single number may have been mistyped
     */
    boolean ruleOutDuplicate(boolean mayBeOneStory) {
        boolean isMistyped = mayBeOneStory && !isNotice && numbers == 1;
        return areMany() || (numbers > 0 && otherGaps == 0 && !isMistyped);
    }

    /** Whether too much changed even for another version of a story with the same headline on the same day. */
    boolean areManyForOneStory() {
        int facts = numbers + names;
        return isNotice ? facts > 1 : (long) facts * AGREEING_STORY > agreeing;
    }

    /** Whether two notices are of one template: their headlines name others, or facts are what is replaced. */
    private boolean areOfOtherNotices() {
        boolean tellsAll = replaced == 0 && alignment.shorter() >= TELLING;
        boolean tellsLittle = !tellsAll && alignment.shorter() < (fillsOneSlot() ? inTokens(a, NOTICE) : NOTICE);
        boolean keepsOrder = !alignment.isReordered();
        boolean isForm = unsure > 0 && keepsOrder && alignment.gaps() <= MOST_SLOTS;
        return headlines.changeNumbers()
                || swaps
                || headlines.fillOneSlot()
                || (tellsLittle && headlines.changeNames())
                || (keepsOrder && movedInA && movedInB)
                || (numbers + names > 0 && replacedFacts >= NOTICE_SHARE * replaced)
                || (isForm && headlines.changeNames())
                || (isForm && tellsLittle && (unsure > 1 || !headlines.areSame() || !a.hasCase()));
    }

    /** Whether the headline and the text of a series have other numbers, such as those of another day. */
    private boolean areOfOtherDays() {
        return headlines.changeNumbers() && numbers > 0;
    }

    /** Whether one passage replaces another and all else is equal, as in a form with one slot. */
    private boolean fillsOneSlot() {
        return alignment.gaps() == 1
                && alignment.startA(0) < alignment.endA(0)
                && alignment.startB(0) < alignment.endB(0);
    }

    private void find() {
        agreeing = facts(a, 0, a.size());
        for (int gap = 0; gap < alignment.gaps(); gap++) {
            int inA = alignment.endA(gap) - alignment.startA(gap);
            int inB = alignment.endB(gap) - alignment.startB(gap);
            agreeing -= facts(a, alignment.startA(gap), alignment.endA(gap));
            if (isNotice && Math.min(inA, inB) == 0 && Math.max(inA, inB) <= SLOT) {
                movedInA |= inA > 0 && hasMovedFact(a, alignment.startA(gap), alignment.endA(gap), b::contains);
                movedInB |= inB > 0 && hasMovedFact(b, alignment.startB(gap), alignment.endB(gap), a::contains);
            }
            if (isNotice && inA > 0 && inB > 0 && Math.max(inA, inB) <= SHORT_GAP) {
                findSwap(gap);
            }
            boolean isCompared = inA > 0 && inB > 0 && (isNotice || Math.max(inA, inB) <= SHORT_GAP);
            boolean changesFacts = isCompared && compareFacts(gap);
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

    /** Whether the gap, alone or with an earlier one, has the same on both sides the other way round, as where two teams changed places. */
    private void findSwap(int gap) {
        int fromA = alignment.startA(gap);
        int toA = alignment.endA(gap);
        int fromB = alignment.startB(gap);
        int toB = alignment.endB(gap);
        long one = hash(a, fromA, toA);
        long other = hash(b, fromB, toB);
        swaps |= replacements.contains(Hashing.mix(other, one))
                || Arrays.equals(sorted(a, fromA, toA), sorted(b, fromB, toB));
        replacements.add(Hashing.mix(one, other));
    }

    private static int[] sorted(Tokens tokens, int from, int to) {
        return IntStream.range(from, to).map(tokens::at).sorted().toArray();
    }

    private static long hash(Tokens tokens, int from, int to) {
        long hash = (long) to - from;
        for (int i = from; i < to; i++) {
            hash = Hashing.mix(hash, tokens.at(i));
        }
        return hash;
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
            count += tokens.isFigure(i) || tokens.isName(i) ? 1 : 0;
        }
        return count;
    }

    /** Whether a number, or a name that the other text has elsewhere, stands where the other text has nothing. */
    private static boolean hasMovedFact(Tokens tokens, int from, int to, IntPredicate isInOther) {
        return IntStream.range(from, to)
                .anyMatch(i -> tokens.isNumber(i)
                        || ((tokens.isName(i) || tokens.mayBeName(i)) && isInOther.test(tokens.at(i))));
    }

    /** Whether the gap changes a number or a name. */
    private boolean compareFacts(int gap) {
        int fromA = alignment.startA(gap);
        int toA = alignment.endA(gap);
        int fromB = alignment.startB(gap);
        int toB = alignment.endB(gap);
        int numbersA = missingNumbers(a, fromA, toA, b, fromB, toB);
        int numbersB = missingNumbers(b, fromB, toB, a, fromA, toA);
        int namesA = missing(a, fromA, toA, a::isName, b::contains);
        int namesB = missing(b, fromB, toB, b::isName, a::contains);
        int changedNumbers = Math.min(numbersA, numbersB);
        // A name of several words is one name.
        int changedNames = Math.min(1, Math.min(namesA, namesB));
        numbers += changedNumbers;
        names += changedNames;
        replaced += toA - fromA + toB - fromB;
        replacedFacts += changedNumbers > 0 ? numbersA + numbersB : 0;
        replacedFacts += changedNames > 0 ? namesA + namesB : 0;
        if (Math.max(toA - fromA, toB - fromB) <= shortGap) {
            unsure += Math.min(
                    missing(a, fromA, toA, a::mayBeName, b::contains),
                    missing(b, fromB, toB, b::mayBeName, a::contains));
        }
        return changedNumbers + changedNames > 0;
    }

    /** How many numbers of a short passage of the one are not in that of the other. */
    private static int missingNumbers(Tokens tokens, int from, int to, Tokens other, int otherFrom, int otherTo) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i)) {
                int j = otherFrom;
                while (j < otherTo && !(other.isNumber(j) && isSameNumber(other.at(j), tokens.at(i)))) {
                    j++;
                }
                count += j == otherTo ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether two numbers are equal, or one is a year and the other its last two digits. */
    private static boolean isSameNumber(int one, int other) {
        return one == other || isShort(one >> 1, other >> 1) || isShort(other >> 1, one >> 1);
    }

    private static boolean isShort(int digits, int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR && digits == year % CENTURY;
    }

    /** How many tokens of a kind in a passage of the one are nowhere in the other. */
    private static int missing(Tokens tokens, int from, int to, IntPredicate isOfKind, IntPredicate isInOther) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += isOfKind.test(i) && !isInOther.test(tokens.at(i)) ? 1 : 0;
        }
        return count;
    }
}
