package org.lintas.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.incident.fact.RegressionTrees;
import org.lintas.record.ReportedCount;

/**
 * The values that reports of an incident tell of one subject, and which of them counts all that happened: the first number, or the one that most tell, is
 * often part of a later one.
 */
final class ToldValues {

    /** The names of what is weighed of a value. */
    static final List<String> FEATURES =
            Stream.of(ValueFeature.values()).map(ValueFeature::name).toList();

    /** An exact number that is less likely all that happened does not take the place of its rounded form. */
    private static final double LIKELY_EXACT = .15;

    private static final double SMALLEST = 1e-3;

    /** How many figures of one subject are weighed: incidents of many months may have thousands. */
    private static final int MAX_FIGURES = 300;

    private static final String PERSON = "person";
    private static final String MONEY = "money";

    /** The one that most outlets tell; of equals the larger one, of which others are parts. */
    private static final Comparator<Value> TOLD_MOST = Comparator.<Value>comparingInt(value -> value.outlets.size())
            .thenComparingDouble(Value::value)
            .reversed();

    /** The one that most likely counts all that happened; of equals the one that most outlets tell. */
    private static final Comparator<Value> BEST =
            Comparator.comparingDouble(Value::likely).reversed().thenComparing(TOLD_MOST);

    /** Read when it is asked for: other trees may be fitted in its place. */
    private static final class Fitted {
        private static final RegressionTrees TREES =
                RegressionTrees.read(ToldValues.class, "value_trees.tsv", FEATURES);
    }

    /** A figure in a report. */
    record Told(Report report, ReportedCount count) {

        double value() {
            return count.getLow();
        }
    }

    /**
     * How likely a value counts all where it is told.
     *
     * @param greatest at the likeliest place
     * @param exactly at the likeliest place with exactly this value
     * @param any in at least one outlet
     */
    private record Wholes(double greatest, double exactly, double any) {}

    /**
     * A value that is told.
     *
     * @param telling what tells it, one about as large or its rounded or exact form
     * @param outlets of these, with those of copies
     * @param first day on which it is told
     * @param last day on which it is told
     * @param likely the probability that it counts all that happened
     */
    record Value(
            double value, List<Told> telling, Set<String> outlets, Wholes wholes, int first, int last, double likely) {

        /** The articles that tell it. */
        Set<String> articles() {
            return telling.stream().map(one -> one.report.id()).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private Value with(double probability) {
            return new Value(value, telling, outlets, wholes, first, last, probability);
        }
    }

    private final ReportedCount subject;

    /** Figures of the subject, and those of the other one with a value that these do not tell. */
    private final List<Told> figures;

    private final List<Told> ofOther;

    /** The first day on which anything is told, on which reports of an unknown day count; 0 if none is known. */
    private final int first;

    private final Report latest;
    private final List<Value> values;

    /**
     * The values of figures.
     *
     * @param told of one subject and unit, at least one, in the order of their reports
     * @param ofOther of the subject by which reports may call the same people; only reports that tell nothing of this one count
     */
    ToldValues(List<Told> told, List<Told> ofOther) {
        Set<Report> own = told.stream().map(Told::report).collect(Collectors.toSet());
        this.subject = told.get(0).count;
        List<Told> mine = likeliest(told);
        this.ofOther = likeliest(
                ofOther.stream().filter(other -> !own.contains(other.report)).toList());
        this.figures = Stream.concat(
                        mine.stream(),
                        this.ofOther.stream()
                                .filter(other ->
                                        mine.stream().noneMatch(one -> Rounding.agree(one.value(), other.value()))))
                .toList();
        this.first = figures.stream()
                .map(one -> one.report.published())
                .flatMapToInt(OptionalInt::stream)
                .min()
                .orElse(0);
        List<Report> reports = figures.stream().map(Told::report).sorted().toList();
        this.latest = reports.stream()
                .filter(report -> report.published().isPresent())
                .reduce((one, other) -> other)
                .orElse(reports.get(reports.size() - 1));
        this.values = figures.stream()
                .mapToDouble(Told::value)
                .distinct()
                .mapToObj(this::value)
                .toList();
    }

    /** As many figures as are compared with each other, in their order: those that likeliest count all, of equals the larger ones. */
    private static List<Told> likeliest(List<Told> all) {
        if (all.size() <= MAX_FIGURES) {
            return all;
        }
        Set<Told> kept = all.stream()
                .sorted(Comparator.<Told>comparingDouble(one -> -one.count.getWhole())
                        .thenComparingDouble(one -> -one.value()))
                .limit(MAX_FIGURES)
                .collect(Collectors.toSet());
        return all.stream().filter(kept::contains).toList();
    }

    private Value value(double value) {
        List<Told> telling = figures.stream()
                .filter(one -> Rounding.agree(value, one.value()))
                .toList();
        Set<String> outlets = new TreeSet<>();
        Map<String, Double> wholes = new TreeMap<>();
        for (Told one : telling) {
            List<String> its = outlets(one.report);
            outlets.addAll(its);
            // Copies of an article say no more than the article.
            wholes.merge(its.get(0), one.count.getWhole(), Math::max);
        }
        double wrong = 1;
        for (double whole : wholes.values()) {
            wrong *= 1 - whole;
        }
        return new Value(
                value,
                telling,
                outlets,
                new Wholes(
                        greatest(telling),
                        greatest(telling.stream()
                                .filter(one -> one.value() == value)
                                .toList()),
                        1 - wrong),
                telling.stream().mapToInt(one -> day(one.report)).min().orElseThrow(),
                telling.stream().mapToInt(one -> day(one.report)).max().orElseThrow(),
                1 - wrong);
    }

    private static double greatest(List<Told> told) {
        return told.stream().mapToDouble(one -> one.count.getWhole()).max().orElseThrow();
    }

    /** An article without a known outlet counts as one of its own. */
    private static List<String> outlets(Report report) {
        List<String> outlets = report.article().getOutlets();
        return outlets.isEmpty() ? List.of(report.id()) : outlets;
    }

    private int day(Report report) {
        return report.published().orElse(first);
    }

    List<Value> values() {
        return values;
    }

    /** Whether articles tell different values; of those of one article what is told where each stands says more. */
    boolean differ() {
        return figures.stream().map(Told::report).distinct().count() > 1
                && values.stream()
                        .anyMatch(one -> values.stream().anyMatch(other -> !Rounding.agree(one.value, other.value)));
    }

    /** The value that most likely counts all that happened, given the others, in its exact form. */
    Value best() {
        if (!differ()) {
            return likeliest();
        }
        List<Value> weighed = new ArrayList<>();
        for (Value value : values) {
            weighed.add(value.with(1 / (1 + StrictMath.exp(-Fitted.TREES.odds(features(value))))));
        }
        return exact(weighed, BEST);
    }

    /** The value that is likeliest by what is told where it stands, in its exact form. */
    Value likeliest() {
        return exact(values, BEST);
    }

    /** The value that most outlets tell, in its exact form. */
    Value toldMost() {
        return exact(values, TOLD_MOST);
    }

    private static Value exact(List<Value> values, Comparator<Value> order) {
        Value best = values.stream().min(order).orElseThrow();
        return values.stream()
                .filter(one -> Rounding.isRounded(best.value, one.value) && one.wholes.exactly >= LIKELY_EXACT)
                .min(order)
                .map(one -> one.with(best.likely))
                .orElse(best);
    }

    /** What is weighed of a value, for each of {@link #FEATURES}. */
    double[] features(Value value) {
        Map<ValueFeature, Double> weighed = new EnumMap<>(ValueFeature.class);
        weighed.put(ValueFeature.LIKELIEST, value.wholes.greatest);
        weighed.put(ValueFeature.ANY_OUTLET, value.wholes.any);
        weighed.put(ValueFeature.EXACTLY_THIS, value.wholes.exactly);
        weighed.put(ValueFeature.ARTICLES, (double) value.articles().size());
        weighed.put(ValueFeature.PEOPLE, is(subject.getUnit().equals(PERSON)));
        weighed.put(ValueFeature.MONEY, is(subject.getSubject().equals(MONEY)));
        weighed.put(
                ValueFeature.ONLY_HEADLINES,
                is(value.telling.stream()
                        .filter(one -> one.value() == value.value)
                        .allMatch(one -> one.report.article().getTitleCounts().contains(one.count))));
        weighed.put(
                ValueFeature.OF_SUBJECT,
                is(value.telling.stream().anyMatch(one -> one.count.getSubject().equals(subject.getSubject()))));
        weighed.put(
                ValueFeature.OF_OTHER, is(ofOther.stream().anyMatch(one -> Rounding.agree(one.value(), value.value))));
        addSizes(value, weighed);
        addDays(value, weighed);
        return Stream.of(ValueFeature.values()).mapToDouble(weighed::get).toArray();
    }

    private void addSizes(Value value, Map<ValueFeature, Double> weighed) {
        List<Value> larger = larger(value);
        List<Value> smaller = values.stream()
                .filter(other -> other.value < value.value && !Rounding.agree(other.value, value.value))
                .toList();
        double size = log(value.value);
        weighed.put(ValueFeature.SIZE, size);
        weighed.put(
                ValueFeature.TO_LARGEST,
                size - log(values.stream().mapToDouble(Value::value).max().orElseThrow()));
        weighed.put(
                ValueFeature.TO_NEXT,
                size - log(larger.stream().mapToDouble(Value::value).min().orElse(value.value)));
        weighed.put(ValueFeature.LARGER, (double) larger.size());
        weighed.put(ValueFeature.SMALLER, (double) smaller.size());
        weighed.put(
                ValueFeature.LARGER_LIKELY,
                larger.stream().mapToDouble(other -> other.wholes.any).max().orElse(0));
        weighed.put(
                ValueFeature.SMALLER_LIKELY,
                smaller.stream()
                        .mapToDouble(other -> other.wholes.greatest)
                        .max()
                        .orElse(0));
        weighed.put(
                ValueFeature.ROUNDED,
                is(values.stream().anyMatch(other -> Rounding.isRounded(value.value, other.value))));
    }

    private void addDays(Value value, Map<ValueFeature, Double> weighed) {
        int last = values.stream().mapToInt(Value::last).max().orElseThrow();
        int more = larger(value).stream().mapToInt(Value::first).min().orElse(value.first);
        weighed.put(ValueFeature.LATEST, is(value.telling.stream().anyMatch(one -> one.report.equals(latest))));
        weighed.put(ValueFeature.SINCE, (double) last - value.last);
        weighed.put(ValueFeature.UNTIL_LARGER, (double) more - value.first);
    }

    private List<Value> larger(Value value) {
        return values.stream()
                .filter(other -> other.value > value.value && !Rounding.agree(other.value, value.value))
                .toList();
    }

    private static double log(double value) {
        return StrictMath.log(Math.max(value, SMALLEST));
    }

    private static double is(boolean value) {
        return value ? 1 : 0;
    }
}
