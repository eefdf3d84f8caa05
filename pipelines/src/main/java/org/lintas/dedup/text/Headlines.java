package org.lintas.dedup.text;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The headlines of two texts: those of one template name another party, place or day. A headline that another editor wrote has its
 * names from the text, so that the other text has them, too.
 */
final class Headlines {

    /** Shorter ones are a section or the name of the outlet. */
    private static final int MIN_TOKENS = 3;

    /** Share of the shorter headline from which on two are of one template; of its words if only the numbers are to differ. */
    private static final double ALIKE = .4;

    private static final double ALIKE_WORDS = .6;

    /** Most tokens that a form of a headline leaves to be filled in. */
    private static final int SLOT = 12;

    private final ComparedText a;
    private final ComparedText b;

    private Headlines(ComparedText a, ComparedText b) {
        this.a = a;
        this.b = b;
    }

    static Headlines of(ComparedText a, ComparedText b) {
        return new Headlines(a, b);
    }

    /** Whether both are the same, and more than a name of a section. */
    boolean areSame() {
        return a.headline().size() >= MIN_TOKENS && a.headline().sameAs(b.headline());
    }

    /** Whether they are of one template with another number in it, such as another day. */
    boolean changeNumbers() {
        Tokens one = a.headline();
        Tokens other = b.headline();
        return has(one, i -> one.isNumber(i) && !other.contains(one.at(i)))
                && has(other, i -> other.isNumber(i) && !one.contains(other.at(i)))
                && areAlike(ALIKE_WORDS, i -> !one.isNumber(i), i -> !other.isNumber(i));
    }

    /** Whether they are of one template with another name in it that only its own text has. */
    boolean changeNames() {
        return areAlike(ALIKE, i -> true, i -> true) && nameOthers();
    }

    /** Whether they differ in one place of a few tokens, where each names what the other article does not, as a form that is filled in. */
    boolean fillOneSlot() {
        Tokens one = a.headline();
        Tokens other = b.headline();
        int least = Math.min(one.size(), other.size());
        int before = 0;
        while (before < least && one.at(before) == other.at(before)) {
            before++;
        }
        int after = 0;
        while (after < least - before && one.at(one.size() - 1 - after) == other.at(other.size() - 1 - after)) {
            after++;
        }
        int longest = Math.max(one.size(), other.size()) - before - after;
        return longest <= SLOT && before + after >= ALIKE * least && nameOthers();
    }

    /** Whether each names what the other article does not, in whatever words. */
    boolean nameOthers() {
        return namesOther(a.headline(), b) && namesOther(b.headline(), a);
    }

    /** Whether they share so much of the shorter one, as a share of the tokens that count. */
    private boolean areAlike(double share, IntPredicate countsInA, IntPredicate countsInB) {
        Tokens one = a.headline();
        long sizeA = IntStream.range(0, one.size()).filter(countsInA).count();
        long sizeB = IntStream.range(0, b.headline().size()).filter(countsInB).count();
        long common = IntStream.range(0, one.size())
                .filter(countsInA)
                .filter(i -> b.headline().contains(one.at(i)))
                .count();
        return common > 0 && common >= share * Math.min(sizeA, sizeB);
    }

    /** Whether a headline names what another article does not; the first word has a capital in any case. */
    private static boolean namesOther(Tokens headline, ComparedText other) {
        int first = headline.hasCase() ? 1 : 0;
        return has(
                headline,
                i -> (headline.isName(i) || (headline.mayBeName(i) && i >= first))
                        && !other.headline().contains(headline.at(i))
                        && !other.text().contains(headline.at(i)));
    }

    private static boolean has(Tokens headline, IntPredicate isFact) {
        return IntStream.range(0, headline.size()).anyMatch(isFact);
    }
}
