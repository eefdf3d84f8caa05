package org.lintas.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lintas.incident.Likeness.Kind;

/** Which reports that share a key may be of one incident. */
final class Links {

    /** The least probability of a link: what others say of it is not known yet. */
    private static final double LEAST = .7;

    /** What two reports that share no more than a day and what they are about must have if no third one speaks for them. */
    private static final double LEAST_WITHOUT_PLACE = .95;

    /** The weight of words of two texts of which one tells what the other does. */
    private static final double SAME_TEXT = 7;

    /** What tells incidents of one kind on one day apart. */
    private static final Set<Kind> DISTINCT = Set.of(Kind.PLACE, Kind.FIGURE, Kind.NAME, Kind.NUMBER, Kind.WORDS);

    private static final Set<Kind> KEYS = Set.of(Kind.DAY, Kind.PLACE, Kind.FIGURE, Kind.NAME, Kind.NUMBER);

    /**
     * What two reports tell by themselves of whether they are of one incident.
     *
     * @param probability that they are
     * @param isContradicted whether what they tell cannot be of one
     * @param isDistinct whether both tell what is not that of all incidents of one kind on one day
     * @param isOfOne whether both tell what is not that of all crimes of one kind
     * @param isOfFew whether both tell what is not that of all incidents of a place and a day
     */
    record Told(double probability, boolean isContradicted, boolean isDistinct, boolean isOfOne, boolean isOfFew) {

        /** Of reports of two incidents. */
        static final Told CONTRADICTED = new Told(0, true, false, false, false);

        static Told of(Likeness.Result result) {
            return new Told(
                    result.probability(),
                    result.isContradicted(),
                    result.keys().stream().anyMatch(key -> DISTINCT.contains(key.kind())),
                    result.keys().stream().anyMatch(Links::isOfOne),
                    result.keys().stream().anyMatch(Links::isOfFew));
        }

        /** Whether they have nothing in common, and nothing contradicts. */
        boolean isNothing() {
            return probability == 0 && !isContradicted && !isDistinct && !isOfOne && !isOfFew;
        }

        /** Whether it is enough if no third report speaks for it. */
        boolean isEnough() {
            return isOfFew && (isDistinct ? probability > 0 : probability >= LEAST_WITHOUT_PLACE);
        }
    }

    /** Two reports that may be of one incident, and how likely they are. */
    record Link(Report one, Report other, double probability) {}

    private Links() {}

    /** The pairs among reports that share a key. */
    static List<Link> of(List<Report> reports, Likeness likeness) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                of(reports.get(i), reports.get(j), likeness).ifPresent(links::add);
            }
        }
        return links;
    }

    /** The pair of two reports, in any order; none of two earlier ones, whose incidents stand. */
    static Optional<Link> of(Report a, Report b, Likeness likeness) {
        boolean isInOrder = a.compareTo(b) <= 0;
        Report one = isInOrder ? a : b;
        Report other = isInOrder ? b : a;
        if (one.isEarlier() && other.isEarlier()) {
            return Optional.empty();
        }
        double probability = likeness.of(one, other).probability();
        return probability >= LEAST ? Optional.of(new Link(one, other, probability)) : Optional.empty();
    }

    /** Whether a key says more than a place and a day, on which there are many incidents: a figure, a name, or what the texts are about. */
    private static boolean isOfFew(Likeness.Shared key) {
        return Likeness.TELLING.contains(key.kind()) || key.kind() == Kind.WORDS || key.kind() == Kind.MEANING;
    }

    /** Whether a key is a day, a place, a figure or a name, or nearly all words: some words, topics and countries are those of crimes of one kind. */
    private static boolean isOfOne(Likeness.Shared key) {
        return KEYS.contains(key.kind()) || (key.kind() == Kind.WORDS && key.weight() >= SAME_TEXT);
    }
}
