package org.lintas.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lintas.incident.Likeness.Kind;

/** Which reports that share a key may be of one incident. */
final class Links {

    /** Reports of a key beyond these are compared with their neighbours in time only. */
    private static final int NEIGHBOURS = 80;

    /** The least probability of a link. */
    private static final double LEAST = .8;

    /** The weight of words of two texts of which one tells what the other does. */
    private static final double SAME_TEXT = 7;

    private static final Set<Kind> KEYS = Set.of(Kind.DAY, Kind.PLACE, Kind.FIGURE, Kind.NAME, Kind.NUMBER);

    /** Two reports that may be of one incident. */
    record Link(Report one, Report other, Likeness.Result result) {}

    private Links() {}

    /**
     * The pairs of one key; not those of two earlier reports, whose incidents stand.
     *
     * @param reports those that have it, in their order
     */
    static List<Link> of(List<Report> reports, Likeness likeness) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < Math.min(reports.size(), i + 1 + NEIGHBOURS); j++) {
                Report one = reports.get(i);
                Report other = reports.get(j);
                if (one.isEarlier() && other.isEarlier()) {
                    continue;
                }
                Likeness.Result result = likeness.of(one, other);
                if (isJoined(result)) {
                    links.add(new Link(one, other, result));
                }
            }
        }
        return links;
    }

    static boolean isJoined(Likeness.Result result) {
        return result.probability() >= LEAST
                && result.shared().stream().anyMatch(Links::isOfOne)
                && result.shared().stream().anyMatch(Links::isOfFew);
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
