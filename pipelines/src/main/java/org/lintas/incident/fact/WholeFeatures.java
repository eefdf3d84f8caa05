package org.lintas.incident.fact;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tells whether a figure counts all that happened when the others of its article are known, too: what the models say of each alone, and how their values
 * stand to each other.
 */
public final class WholeFeatures {

    /** A feature. Odds are natural logarithms, values decimal ones, places in letters. */
    private enum Feature {
        /** That it counts all, read alone. */
        WHOLE,
        /** That it counts anything of the event, read alone. */
        ANY,
        /** The most of {@link #WHOLE} where its value is told. */
        WHOLE_OF_SAME,
        /** How often its value is told. */
        SAME,
        /** How many values count the same, how many of them are smaller and larger. */
        VALUES,
        SMALLER,
        LARGER,
        /** The most of {@link #WHOLE} of other values that count the same, and how far it is ahead of them. */
        WHOLE_OF_OTHERS,
        AHEAD,
        /** The most of {@link #WHOLE} and {@link #ANY} of larger and smaller values that count the same. */
        WHOLE_OF_LARGER,
        ANY_OF_LARGER,
        ANY_OF_SMALLER,
        /** Its value, how much larger the largest one that counts the same is, and its share of the sum of these. */
        VALUE,
        TO_LARGEST,
        SHARE,
        /** Where it stands, how many figures stand before it, how far away the next other value is that counts the same. */
        PLACE,
        RANK,
        NEAREST,
        /** How many figures there are, the most of {@link #WHOLE} of all others, the mean of {@link #ANY}, how long the text is. */
        FIGURES,
        WHOLE_OF_REST,
        MEAN_ANY,
        LENGTH
    }

    /** The names of the features, in their order. */
    public static final List<String> NAMES =
            Stream.of(Feature.values()).map(Feature::name).toList();

    /** Two values are the same if they differ by this share at most. */
    private static final double ROUNDED = .01;

    /** Odds where there is no figure to be told of. */
    private static final double NONE = -5;

    /** The nearest figure where there is no other one. */
    private static final double FAR = 999;

    private static final double SMALLEST = 1e-9;

    private final List<ToldFacts.Figure> figures;
    private final double dense;
    private final double length;

    /**
     * Features of figures.
     *
     * @param figures those of the article, in its order
     * @param dense a character says as much as so many letters
     * @param length of the text, in UTF-16 units
     */
    WholeFeatures(List<ToldFacts.Figure> figures, double dense, int length) {
        this.figures = figures;
        this.dense = dense;
        this.length = length * dense;
    }

    /**
     * The features of one of them.
     *
     * @param at its rank
     * @param whole odds of each that it counts all that happened, read alone
     * @param any odds of each that it counts anything of it
     */
    public double[] of(int at, double[] whole, double[] any) {
        double value = value(at);
        int[] alike = select(i -> countSame(i, at));
        IntPredicate isSame = i -> Math.abs(value(i) - value) <= ROUNDED * value;
        int[] same = select(alike, isSame);
        int[] others = select(alike, isSame.negate());
        int[] larger = select(others, i -> value(i) > value);
        int[] smaller = select(others, i -> value(i) < value);
        double[] values =
                IntStream.of(alike).mapToDouble(this::value).distinct().sorted().toArray();
        int rank = Arrays.binarySearch(values, value);
        double largest = values[values.length - 1];
        var features = new EnumMap<Feature, Double>(Feature.class);
        features.put(Feature.WHOLE, whole[at]);
        features.put(Feature.ANY, any[at]);
        features.put(Feature.WHOLE_OF_SAME, most(same, whole));
        features.put(Feature.SAME, (double) same.length);
        features.put(Feature.VALUES, (double) values.length);
        features.put(Feature.SMALLER, (double) rank);
        features.put(Feature.LARGER, (double) (values.length - 1 - rank));
        features.put(Feature.WHOLE_OF_OTHERS, most(others, whole));
        features.put(Feature.AHEAD, whole[at] - most(others, whole));
        features.put(Feature.WHOLE_OF_LARGER, most(larger, whole));
        features.put(Feature.ANY_OF_LARGER, most(larger, any));
        features.put(Feature.ANY_OF_SMALLER, most(smaller, any));
        features.put(Feature.VALUE, log(value));
        features.put(Feature.TO_LARGEST, log(largest) - log(value));
        features.put(
                Feature.SHARE, value / Math.max(SMALLEST, Arrays.stream(values).sum()));
        features.put(Feature.PLACE, figures.get(at).start() * dense);
        features.put(Feature.RANK, (double) at);
        features.put(Feature.NEAREST, nearest(at, others));
        features.put(Feature.FIGURES, (double) figures.size());
        features.put(Feature.WHOLE_OF_REST, most(select(i -> i != at), whole));
        features.put(Feature.MEAN_ANY, Arrays.stream(any).average().orElse(NONE));
        features.put(Feature.LENGTH, length);
        return features.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private int[] select(IntPredicate which) {
        return IntStream.range(0, figures.size()).filter(which).toArray();
    }

    private static int[] select(int[] some, IntPredicate which) {
        return IntStream.of(some).filter(which).toArray();
    }

    private double nearest(int at, int[] others) {
        int end = figures.get(at).end();
        return IntStream.of(others)
                .mapToDouble(i -> Math.abs(figures.get(i).start() - end) * dense)
                .min()
                .orElse(FAR);
    }

    private static double most(int[] some, double[] odds) {
        return IntStream.of(some).mapToDouble(i -> odds[i]).max().orElse(NONE);
    }

    private static double log(double value) {
        return StrictMath.log10(Math.max(value, SMALLEST));
    }

    private double value(int at) {
        return figures.get(at).mention().getValue();
    }

    private boolean countSame(int one, int other) {
        var a = figures.get(one).mention();
        var b = figures.get(other).mention();
        return Objects.equals(a.getSubject(), b.getSubject()) && Objects.equals(a.getUnit(), b.getUnit());
    }
}
