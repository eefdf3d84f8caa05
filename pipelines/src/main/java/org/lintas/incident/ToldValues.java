package org.lintas.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

    /** What is weighed of a value when the others are known. */
    static final List<String> FEATURES = List.of(
            // How likely it counts all where it is told, at the likeliest place, in any outlet, and where exactly this
            // value is told.
            "LIKELIEST",
            "ANY_OUTLET",
            "EXACTLY_THIS",
            // How large it is, by itself, beside the largest, and beside the next larger one: natural logarithms.
            "SIZE",
            "TO_LARGEST",
            "TO_NEXT",
            // How many values are larger and smaller, and how likely these are.
            "LARGER",
            "SMALLER",
            "LARGER_LIKELY",
            "SMALLER_LIKELY",
            // How many articles tell it, whether the last one does, and days: from the last that does to the last of
            // all, and from the first to one that tells more.
            "ARTICLES",
            "LATEST",
            "SINCE",
            "UNTIL_LARGER",
            "ONLY_HEADLINES",
            "ROUNDED",
            "EXACT",
            "PEOPLE",
            "MONEY",
            // Whether it is told of the subject itself, and of one that may count the same people.
            "OF_SUBJECT",
            "OF_OTHER");

    /** An exact number that is less likely all that happened does not take the place of its rounded form. */
    private static final double LIKELY_EXACT = .15;

    private static final double SMALLEST = 1e-3;

    private static final String PERSON = "person";
    private static final String MONEY = "money";

    /** Subjects by which reports may call the same people. */
    private static final Map<String, String> OTHER =
            Map.of("arrested", "suspect", "suspect", "arrested", "rescued", "victim", "victim", "rescued");

    /** The larger one first, of which others are parts, then the one told last. */
    private static final Comparator<Value> LARGEST = Comparator.<Value>comparingDouble(value -> value.told.value())
            .thenComparing(value -> value.told.report)
            .reversed();

    private static final Comparator<Value> TOLD_MOST =
            Comparator.<Value>comparingInt(value -> value.outlets.size()).reversed();

    /** The one that most likely counts all that happened; of equals the one that most outlets tell. */
    private static final Comparator<Value> BEST = Comparator.comparingDouble(Value::likely)
            .reversed()
            .thenComparing(TOLD_MOST)
            .thenComparing(LARGEST);

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
     * A value that is told.
     *
     * @param told where it is told
     * @param telling what tells it, one about as large or its rounded or exact form
     * @param outlets of these, with those of copies
     * @param likely the probability that it counts all that happened
     */
    record Value(Told told, List<Told> telling, Set<String> outlets, double likely) {

        double value() {
            return told.value();
        }

        /** The articles that tell it. */
        Set<String> articles() {
            return telling.stream().map(one -> one.report.id()).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private Value with(double probability) {
            return new Value(told, telling, outlets, probability);
        }

        private double likeliest() {
            return telling.stream()
                    .mapToDouble(one -> one.count.getWhole())
                    .max()
                    .orElseThrow();
        }

        /** Where exactly this value is told. */
        private List<Told> exact() {
            return telling.stream().filter(one -> one.value() == value()).toList();
        }

        /** How likely it counts all where exactly this value is told. */
        private double exactly() {
            return exact().stream()
                    .mapToDouble(one -> one.count.getWhole())
                    .max()
                    .orElseThrow();
        }
    }

    /** Figures of the subject, in the order of their reports, and those of the other subject with a value that these do not tell. */
    private final List<Told> all;

    private final List<Told> ofOther;
    private final List<Value> values = new ArrayList<>();

    /**
     * The values of figures.
     *
     * @param told of one subject and unit, in the order of their reports
     * @param ofOther of the {@link #other} subject
     */
    ToldValues(List<Told> told, List<Told> ofOther) {
        this.ofOther = ofOther;
        this.all = new ArrayList<>(told);
        boolean areSeveral = Stream.concat(told.stream(), ofOther.stream())
                        .map(Told::report)
                        .distinct()
                        .count()
                > 1;
        ofOther.stream()
                .filter(other ->
                        areSeveral && told.stream().noneMatch(one -> Rounding.agree(one.value(), other.value())))
                .forEach(all::add);
        for (Told one : all) {
            if (values.stream().noneMatch(value -> value.value() == one.value())) {
                values.add(value(one));
            }
        }
    }

    /** The subject by which reports may call the same people; empty if there is none. */
    static String other(String subject) {
        return OTHER.getOrDefault(subject, "");
    }

    /** The value that most outlets tell. */
    static Value toldMost(List<Told> told) {
        return new ToldValues(told, List.of())
                .values.stream().min(TOLD_MOST.thenComparing(LARGEST)).orElseThrow();
    }

    /** The value that most likely counts all that happened, given the others, in its exact form. */
    Value best() {
        return differ()
                ? likeliest(values.stream()
                        .map(value -> value.with(probability(value)))
                        .toList())
                : likeliest();
    }

    /** The value that is likeliest by what is told where it stands. */
    Value likeliest() {
        return likeliest(values);
    }

    private static Value likeliest(List<Value> likely) {
        Value best = likely.stream().min(BEST).orElseThrow();
        return likely.stream()
                .filter(one -> Rounding.isRounded(best.value(), one.value()) && one.exactly() >= LIKELY_EXACT)
                .min(BEST)
                .map(exact -> exact.with(Math.max(exact.likely, best.likely)))
                .orElse(best);
    }

    List<Value> values() {
        return values;
    }

    /** Whether articles tell different values; of those of one article what is told where each stands says more. */
    private boolean differ() {
        return all.stream().map(Told::report).distinct().count() > 1
                && values.stream()
                        .anyMatch(value ->
                                !Rounding.agree(value.value(), values.get(0).value()));
    }

    private double probability(Value value) {
        return 1 / (1 + StrictMath.exp(-Fitted.TREES.odds(features(value))));
    }

    private Value value(Told one) {
        List<Told> telling = all.stream()
                .filter(other -> Rounding.agree(one.value(), other.value()))
                .toList();
        Set<String> outlets = new TreeSet<>();
        Map<String, Double> wholes = new TreeMap<>();
        for (Told other : telling) {
            List<String> its = outlets(other.report);
            outlets.addAll(its);
            // Copies of an article say no more than the article.
            wholes.merge(its.get(0), other.count.getWhole(), Math::max);
        }
        return new Value(one, telling, outlets, any(wholes.values()));
    }

    /** How likely at least one of them is right. */
    private static double any(Collection<Double> probabilities) {
        double wrong = 1;
        for (double probability : probabilities) {
            wrong *= 1 - probability;
        }
        return 1 - wrong;
    }

    /** An article without a known outlet counts as one of its own. */
    private static List<String> outlets(Report report) {
        List<String> outlets = report.article().getOutlets();
        return outlets.isEmpty() ? List.of(report.id()) : outlets;
    }

    /** A value for each of {@link #FEATURES}. */
    double[] features(Value value) {
        List<Value> larger = values.stream()
                .filter(other -> other.value() > value.value() && !Rounding.agree(other.value(), value.value()))
                .toList();
        List<Value> smaller = values.stream()
                .filter(other -> other.value() < value.value() && !Rounding.agree(other.value(), value.value()))
                .toList();
        double largest = values.stream().mapToDouble(Value::value).max().orElseThrow();
        double next = larger.stream().mapToDouble(Value::value).min().orElse(value.value());
        int first = value.telling.stream().mapToInt(this::day).min().orElseThrow();
        int firstLarger = larger.stream()
                .flatMap(one -> one.telling.stream())
                .mapToInt(this::day)
                .min()
                .orElse(first);
        Told last = all.stream().max(Comparator.comparing(Told::report)).orElseThrow();
        ReportedCount count = all.get(0).count;
        return new double[] {
            value.likeliest(),
            value.likely,
            value.exactly(),
            log(value.value()),
            log(value.value()) - log(largest),
            log(value.value()) - log(next),
            larger.size(),
            smaller.size(),
            larger.stream().mapToDouble(Value::likely).max().orElse(0),
            smaller.stream().mapToDouble(Value::likeliest).max().orElse(0),
            value.articles().size(),
            is(value.articles().contains(last.report.id())),
            all.stream().mapToInt(this::day).max().orElseThrow()
                    - value.telling.stream().mapToInt(this::day).max().orElseThrow(),
            firstLarger - first,
            is(value.exact().stream()
                    .allMatch(one -> one.report.article().getTitleCounts().contains(one.count))),
            is(values.stream().anyMatch(other -> Rounding.isRounded(value.value(), other.value()))),
            is(values.stream().anyMatch(other -> Rounding.isRounded(other.value(), value.value()))),
            is(count.getUnit().equals(PERSON)),
            is(count.getSubject().equals(MONEY)),
            is(value.telling.stream().anyMatch(one -> one.count.getSubject().equals(count.getSubject()))),
            is(ofOther.stream().anyMatch(one -> Rounding.agree(one.value(), value.value())))
        };
    }

    /** When a report was published, in days; one of an unknown day with the first. */
    private int day(Told one) {
        OptionalInt published = one.report.published();
        return published.orElseGet(() -> all.stream()
                .map(told -> told.report.published())
                .flatMapToInt(OptionalInt::stream)
                .min()
                .orElse(0));
    }

    private static double log(double value) {
        return StrictMath.log(Math.max(value, SMALLEST));
    }

    private static double is(boolean value) {
        return value ? 1 : 0;
    }
}
