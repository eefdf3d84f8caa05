package org.lintas.incident;

import java.util.ArrayList;
import java.util.List;

/** Which reports that share a key may be of one incident. */
final class Links {

    /** Reports of a key beyond these are compared with their neighbours in time only. */
    private static final int NEIGHBOURS = 80;

    /** How far above what chance gives the score of a link is, and how many times that. */
    private static final double MARGIN = 2.5;

    private static final double TIMES = 1.9;

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

    /** The least score of a link in a corpus where chance gives this. */
    static double least(double chance) {
        return Math.max(chance + MARGIN, TIMES * chance);
    }

    static boolean isJoined(Likeness.Result result) {
        return result.score() >= least(result.chance()) && !result.isContradicted() && result.hasKeys();
    }
}
