package org.lintas.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.lintas.incident.ToldValues.Told;
import org.lintas.incident.ToldValues.Value;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentFigure;

/**
 * What the articles of an incident count, each subject and unit once: the value that most likely counts all that happened, how likely it does, and how far
 * the others are from it.
 */
final class Figures {

    /** Values that differ by more than this share contradict each other. */
    private static final double CONFLICT = .1;

    /** Any drugs. */
    private static final String DRUGS = "drugs";

    private static final Set<String> KINDS_OF_DRUGS = Set.of(
            "amphetamine",
            "cannabis",
            "cocaine",
            "ecstasy",
            "fentanyl",
            "happy_five",
            "heroin",
            "ketamine",
            "kratom",
            "lsd",
            "methamphetamine",
            "nimetazepam",
            "opium",
            "synthetic_cannabis",
            "yaba");

    /**
     * What is counted.
     *
     * @param isAggregate whether it is a total of several incidents
     */
    private record Counted(String subject, String unit, boolean isAggregate) {

        private static final Comparator<Counted> ORDER = Comparator.comparing(Counted::subject)
                .thenComparing(Counted::unit)
                .thenComparing(Counted::isAggregate);

        static Counted of(ReportedCount count) {
            return new Counted(count.getSubject(), count.getUnit(), count.getIsAggregate());
        }
    }

    private Figures() {}

    /**
     * The figures of an incident.
     *
     * @param reports its reports in their order, without mentions
     */
    static List<IncidentFigure> of(String incident, List<Report> reports) {
        Map<Counted, List<Told>> told = told(reports);
        List<IncidentFigure> figures = new ArrayList<>();
        told.forEach((counted, some) -> figures.add(
                counted.isAggregate
                        ? aggregate(incident, counted, some)
                        : figure(incident, counted, some, values(told, counted))));
        return figures.stream().filter(figure -> !repeatsKinds(figure, figures)).toList();
    }

    /** Whether a figure of drugs whose kind is not told is that of one kind, or of all kinds together, that is told as well. */
    private static boolean repeatsKinds(IncidentFigure drugs, List<IncidentFigure> figures) {
        if (!drugs.getSubject().equals(DRUGS)) {
            return false;
        }
        double[] kinds = figures.stream()
                .filter(figure -> KINDS_OF_DRUGS.contains(figure.getSubject())
                        && figure.getUnit().equals(drugs.getUnit())
                        && figure.getIsAggregate() == drugs.getIsAggregate())
                .mapToDouble(IncidentFigure::getBest)
                .toArray();
        return Arrays.stream(kinds).anyMatch(kind -> Rounding.agree(kind, drugs.getBest()))
                || (kinds.length > 1 && Rounding.agree(Arrays.stream(kinds).sum(), drugs.getBest()));
    }

    /** The values that reports tell of a subject, each with what is weighed of it; none if they do not tell different ones. */
    static List<Incidents.WeighedValue> weighed(List<Report> reports, String subject, String unit) {
        Map<Counted, List<Told>> told = told(reports);
        var counted = new Counted(subject, unit, false);
        if (!told.containsKey(counted)) {
            return List.of();
        }
        ToldValues values = values(told, counted);
        return !values.differ()
                ? List.of()
                : values.values().stream()
                        .map(value -> new Incidents.WeighedValue(
                                value.value(),
                                DoubleStream.of(values.features(value)).boxed().toList()))
                        .toList();
    }

    private static Map<Counted, List<Told>> told(List<Report> reports) {
        Map<Counted, List<Told>> told = new TreeMap<>(Counted.ORDER);
        for (Report report : reports) {
            Stream.concat(report.article().getCounts().stream(), report.article().getTitleCounts().stream())
                    .filter(count -> count.getIsOfEvent() || count.getIsAggregate())
                    .forEach(count -> told.computeIfAbsent(Counted.of(count), any -> new ArrayList<>())
                            .add(new Told(report, count)));
        }
        return told;
    }

    private static ToldValues values(Map<Counted, List<Told>> told, Counted counted) {
        return new ToldValues(
                told.get(counted),
                Report.otherPart(counted.subject)
                        .map(other -> told.get(new Counted(other, counted.unit, false)))
                        .orElse(List.of()));
    }

    private static IncidentFigure figure(String incident, Counted counted, List<Told> own, ToldValues values) {
        Value best = values.best();
        // If a number of the other part is the best, its articles are sources, too.
        List<Told> told = Stream.concat(own.stream(), best.telling().stream())
                .distinct()
                .sorted(Comparator.comparing(Told::report))
                .toList();
        return row(incident, counted, told, best, new ToldValues(ofLast(told), List.of()).likeliest())
                .setConfidence(IncidentRows.rounded(best.likely()))
                .build();
    }

    private static IncidentFigure aggregate(String incident, Counted counted, List<Told> told) {
        Value best = new ToldValues(told, List.of()).toldMost();
        return row(incident, counted, told, best, new ToldValues(ofLast(told), List.of()).toldMost())
                .build();
    }

    private static List<Told> ofLast(List<Told> told) {
        List<Report> reports = told.stream().map(Told::report).toList();
        Report last = reports.stream()
                .filter(report -> report.published().isPresent())
                .reduce((one, other) -> other)
                .orElse(reports.get(reports.size() - 1));
        return told.stream().filter(one -> one.report().equals(last)).toList();
    }

    private static IncidentFigure.Builder row(
            String incident, Counted counted, List<Told> told, Value best, Value latest) {
        double low = told.stream().mapToDouble(Told::value).min().orElseThrow();
        double high =
                told.stream().mapToDouble(one -> one.count().getHigh()).max().orElseThrow();
        return IncidentFigure.newBuilder()
                .setIncidentId(incident)
                .setSubject(counted.subject)
                .setUnit(counted.unit)
                .setIsAggregate(counted.isAggregate)
                .setLow(low)
                .setHigh(high)
                .setBest(best.value())
                .setLatest(latest.value())
                .setIsConflict(isConflict(told))
                .setArticles(best.articles().size())
                .setOutlets(best.outlets().size())
                .setArticleIds(
                        told.stream().map(one -> one.report().id()).distinct().toList())
                .setConfidence(null);
    }

    /** Whether reports differ, each by the figure of it that likeliest counts all; parts that stand beside their total are none. */
    private static boolean isConflict(List<Told> told) {
        Map<Report, ReportedCount> likeliest = told.stream()
                .collect(Collectors.toMap(
                        Told::report,
                        Told::count,
                        BinaryOperator.maxBy(Comparator.comparingDouble(ReportedCount::getWhole)
                                .thenComparingDouble(ReportedCount::getLow))));
        double most = likeliest.values().stream()
                .mapToDouble(ReportedCount::getLow)
                .max()
                .orElseThrow();
        double least = likeliest.values().stream()
                .mapToDouble(ReportedCount::getHigh)
                .min()
                .orElseThrow();
        return most - least > CONFLICT * most;
    }
}
