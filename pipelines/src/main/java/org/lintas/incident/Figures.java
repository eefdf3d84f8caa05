package org.lintas.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentFigure;

/**
 * What the articles of an incident count, each subject and unit once: the value that most likely counts all that happened, how likely it does, and how far
 * the others are from it.
 */
final class Figures {

    /** An exact number that is less likely all that happened does not take the place of its rounded form. */
    private static final double LIKELY_EXACT = .15;

    /** Values that differ by more than this share contradict each other. */
    private static final double CONFLICT = .1;

    private record Told(Report report, ReportedCount count) {

        double value() {
            return count.getLow();
        }
    }

    /** The larger one first, of which others are parts, then the one told last. */
    private static final Comparator<Value> LARGEST = Comparator.<Value>comparingDouble(value -> value.told.value())
            .thenComparing(value -> value.told.report)
            .reversed();

    private static final Comparator<Value> TOLD_MOST =
            Comparator.<Value>comparingInt(value -> value.outlets.size()).reversed();

    /** The one that most likely counts all that happened; of equals the one that most outlets tell. */
    private static final Comparator<Value> BEST = Comparator.comparingDouble(Value::confidence)
            .reversed()
            .thenComparing(TOLD_MOST)
            .thenComparing(LARGEST);

    /** Of totals of more than the incident the one that most outlets tell. */
    private static final Comparator<Value> BEST_AGGREGATE = TOLD_MOST.thenComparing(LARGEST);

    /**
     * A value that is told.
     *
     * @param outlets those that tell it, one about as large or its rounded or exact form, with those of copies
     * @param wholes how likely it counts all that happened where it is told, once an outlet: copies of an article say no more than the article
     * @param articles that tell it
     */
    private record Value(Told told, Set<String> outlets, Map<String, Double> wholes, Set<String> articles) {

        /** How likely at least one of them counts all that happened. */
        double confidence() {
            double wrong = 1;
            for (double whole : wholes.values()) {
                wrong *= 1 - whole;
            }
            return 1 - wrong;
        }
    }

    private Figures() {}

    /**
     * The figures of an incident.
     *
     * @param reports its reports in their order, without mentions
     */
    static List<IncidentFigure> of(String incident, List<Report> reports) {
        Map<String, List<Told>> bySubject = new TreeMap<>();
        for (Report report : reports) {
            Stream.concat(report.article().getCounts().stream(), report.article().getTitleCounts().stream())
                    .filter(count -> count.getIsOfEvent() || count.getIsAggregate())
                    .forEach(count -> bySubject
                            .computeIfAbsent(
                                    String.join("\t", count.getSubject(), count.getUnit(), "" + count.getIsAggregate()),
                                    any -> new ArrayList<>())
                            .add(new Told(report, count)));
        }
        return bySubject.values().stream().map(told -> figure(incident, told)).toList();
    }

    private static IncidentFigure figure(String incident, List<Told> told) {
        Value best = best(told);
        double low = told.stream().mapToDouble(Told::value).min().orElseThrow();
        double high =
                told.stream().mapToDouble(one -> one.count.getHigh()).max().orElseThrow();
        Report last = told.get(told.size() - 1).report;
        Value latest = best(told.stream().filter(one -> one.report.equals(last)).toList());
        ReportedCount count = best.told.count;
        return IncidentFigure.newBuilder()
                .setIncidentId(incident)
                .setSubject(count.getSubject())
                .setUnit(count.getUnit())
                .setIsAggregate(count.getIsAggregate())
                .setLow(low)
                .setHigh(high)
                .setBest(count.getLow())
                .setLatest(latest.told.value())
                .setIsConflict(high - low > CONFLICT * high)
                .setArticles(best.articles.size())
                .setOutlets(best.outlets.size())
                .setArticleIds(
                        told.stream().map(one -> one.report.id()).distinct().toList())
                .setConfidence(count.getIsAggregate() ? null : IncidentRows.rounded(best.confidence()))
                .build();
    }

    private static Value best(List<Told> told) {
        boolean isAggregate = told.get(0).count.getIsAggregate();
        Comparator<Value> order = isAggregate ? BEST_AGGREGATE : BEST;
        Value best = told.stream().map(one -> value(one, told)).min(order).orElseThrow();
        return told.stream()
                .filter(one ->
                        Rounding.isRounded(best.told.value(), one.value()) && one.count.getWhole() >= LIKELY_EXACT)
                .map(one -> value(one, told))
                .min(order)
                .orElse(best);
    }

    private static Value value(Told one, List<Told> told) {
        Set<String> outlets = new TreeSet<>();
        Map<String, Double> wholes = new TreeMap<>();
        Set<String> articles = new LinkedHashSet<>();
        for (Told other : told) {
            if (Rounding.agree(one.value(), other.value())) {
                outlets.addAll(outlets(other.report));
                wholes.merge(outlets(other.report).get(0), other.count.getWhole(), Math::max);
                articles.add(other.report.id());
            }
        }
        return new Value(one, outlets, wholes, articles);
    }

    /** An article without a known outlet counts as one of its own. */
    private static List<String> outlets(Report report) {
        List<String> outlets = report.article().getOutlets();
        return outlets.isEmpty() ? List.of(report.id()) : outlets;
    }
}
