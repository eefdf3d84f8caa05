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

    /**
     * What the models say of a figure that is read alone, in natural logarithms of odds.
     *
     * @param whole that it counts all that happened
     * @param any that it counts anything of it
     */
    public record Odds(double whole, double any) {}

    /** A feature. Values are decimal logarithms, places and lengths letters; what is the largest, the smallest and a share is told of exact values. */
    private enum Feature {
        /** That it counts all. */
        WHOLE,
        /** That it counts anything of the event. */
        ANY,
        /** The most of {@link #WHOLE} where about its value is told. */
        WHOLE_OF_SAME,
        /** How often about its value is told. */
        SAME,
        /** How many values count the same. */
        VALUES,
        /** How many of them are smaller. */
        SMALLER,
        /** How many of them are larger. */
        LARGER,
        /** The most of {@link #WHOLE} of other values that count the same. */
        WHOLE_OF_OTHERS,
        /** How far {@link #WHOLE} is ahead of that. */
        AHEAD,
        /** The most of {@link #WHOLE} of larger values that count the same. */
        WHOLE_OF_LARGER,
        /** The most of {@link #ANY} of larger values that count the same. */
        ANY_OF_LARGER,
        /** The most of {@link #ANY} of smaller values that count the same. */
        ANY_OF_SMALLER,
        /** Its value. */
        VALUE,
        /** How much larger the largest value is that counts the same. */
        TO_LARGEST,
        /** Its share of the sum of the values that count the same. */
        SHARE,
        /** Where it stands. */
        PLACE,
        /** How many figures stand before it. */
        RANK,
        /** How far away the next other value is that counts the same. */
        NEAREST,
        /** How many figures there are. */
        FIGURES,
        /** The most of {@link #WHOLE} of all other figures. */
        WHOLE_OF_REST,
        /** The mean of {@link #ANY} of all figures. */
        MEAN_ANY,
        /** How long the text is. */
        LENGTH
    }

    /** The names of the features, in their order. */
    public static final List<String> NAMES =
            Stream.of(Feature.values()).map(Feature::name).toList();

    /** A value is about the same as another if they differ by this share at most. */
    private static final double ROUNDED = .01;

    /** Odds where there is no figure to be told of. */
    private static final double NONE = -100;

    /** The nearest figure where there is no other one. */
    private static final double FAR = 1e6;

    private static final double SMALLEST = 1e-9;

    private final List<ToldFacts.Figure> figures;
    private final double dense;
    private final double length;

    /**
     * Features of figures.
     *
     * @param figures the first ones of the article, in its order
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
     * @param odds of each of them
     * @throws IllegalArgumentException if there are more or fewer odds than figures
     */
    public double[] of(int at, List<Odds> odds) {
        if (odds.size() != figures.size()) {
            throw new IllegalArgumentException(odds.size() + " odds of " + figures.size() + " figures");
        }
        double[] whole = odds.stream().mapToDouble(Odds::whole).toArray();
        double[] any = odds.stream().mapToDouble(Odds::any).toArray();
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
        ToldFacts.Figure one = figures.get(at);
        return IntStream.of(others)
                .mapToObj(figures::get)
                .mapToDouble(other -> Math.max(other.start() - one.end(), one.start() - other.end()) * dense)
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
