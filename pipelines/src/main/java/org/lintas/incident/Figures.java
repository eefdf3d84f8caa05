package org.lintas.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentFigure;

/** What the articles of an incident count, each subject and unit once: the value that most outlets tell, and how far the others are from it. */
final class Figures {

    /** Values that differ by less than this share agree. */
    private static final double ROUNDED = .02;

    /** Values that differ by more than this share contradict each other. */
    private static final double CONFLICT = .1;

    private record Told(Report report, ReportedCount count) {}

    private static final Comparator<Told> WHOLE = Comparator.<Told>comparingDouble(one -> one.count.getWhole())
            .thenComparingDouble(one -> one.count.getLow());

    private Figures() {}

    /**
     * The figures of an incident.
     *
     * @param reports its reports in their order, without mentions
     */
    static List<IncidentFigure> of(String incident, List<Report> reports) {
        Map<String, List<Told>> bySubject = new TreeMap<>();
        for (Report report : reports) {
            for (ReportedCount count : report.article().getCounts()) {
                if (!count.getIsOfEvent() && !count.getIsAggregate()) {
                    continue;
                }
                bySubject
                        .computeIfAbsent(
                                String.join("\t", count.getSubject(), count.getUnit(), "" + count.getIsAggregate()),
                                any -> new ArrayList<>())
                        .add(new Told(report, count));
            }
        }
        return bySubject.values().stream().map(told -> figure(incident, told)).toList();
    }

    private static IncidentFigure figure(String incident, List<Told> told) {
        Told best = told.get(0);
        Set<String> bestOutlets = Set.of();
        Set<String> bestArticles = Set.of();
        for (int i = 0; i < told.size(); i++) {
            Told candidate = told.get(i);
            Set<String> outlets = new TreeSet<>();
            Set<String> articles = new LinkedHashSet<>();
            for (Told other : told) {
                if (agree(candidate.count.getLow(), other.count.getLow())) {
                    outlets.addAll(outlets(other.report));
                    articles.add(other.report.id());
                }
            }
            // Of values that as many outlets tell, the one that most likely counts all that happened, then the larger
            // one,
            // of which others are parts, then the one told last.
            Comparator<Told> better = WHOLE.thenComparing(Told::report);
            if (outlets.size() > bestOutlets.size()
                    || (outlets.size() == bestOutlets.size() && better.compare(candidate, best) > 0)) {
                best = candidate;
                bestOutlets = outlets;
                bestArticles = articles;
            }
        }
        double low = told.stream().mapToDouble(one -> one.count.getLow()).min().orElseThrow();
        double high =
                told.stream().mapToDouble(one -> one.count.getHigh()).max().orElseThrow();
        Report last = told.get(told.size() - 1).report;
        double latest = told.stream()
                .filter(one -> one.report.equals(last))
                .max(WHOLE)
                .orElseThrow()
                .count
                .getLow();
        ReportedCount count = best.count;
        return IncidentFigure.newBuilder()
                .setIncidentId(incident)
                .setSubject(count.getSubject())
                .setUnit(count.getUnit())
                .setIsAggregate(count.getIsAggregate())
                .setLow(low)
                .setHigh(high)
                .setBest(count.getLow())
                .setLatest(latest)
                .setIsConflict(high - low > CONFLICT * high)
                .setArticles(bestArticles.size())
                .setOutlets(bestOutlets.size())
                .setArticleIds(
                        told.stream().map(one -> one.report.id()).distinct().toList())
                .build();
    }

    /** An article without a known outlet counts as one of its own. */
    private static List<String> outlets(Report report) {
        List<String> outlets = report.article().getOutlets();
        return outlets.isEmpty() ? List.of(report.id()) : outlets;
    }

    private static boolean agree(double one, double other) {
        return Math.abs(one - other) <= ROUNDED * Math.max(Math.abs(one), Math.abs(other));
    }
}
