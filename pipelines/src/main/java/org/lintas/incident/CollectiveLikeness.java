package org.lintas.incident;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lintas.incident.fact.RegressionTrees;

/**
 * How likely two of some linked reports are of one incident when the others are known, too: two that tell little in common may both be like a third one, and two that
 * are alike may each be like others that contradict each other (collective entity resolution, Bhattacharya and Getoor 2007,
 * doi:10.1145/1217299.1217304). The trees of {@code collective_trees.tsv} are fitted to linked reports that were read and to written ones.
 */
final class CollectiveLikeness {

    /** The names of the features, in their order. */
    static final List<String> FEATURES =
            Stream.of(CollectiveFeature.values()).map(CollectiveFeature::name).toList();

    /** Reports are compared with so many neighbours in time: bounds the work on an affair. */
    private static final int NEIGHBOURS = 150;

    /** Beyond this two reports are likely of one incident, by what both tell by themselves. */
    private static final double LIKELY = .5;

    /** From here on they are most likely of one, by the same. */
    private static final double MOST_LIKELY = .8;

    /** Keeps a share of nothing from being no number. */
    private static final double SMALL = .001;

    /** A share where there is nothing to have it of. */
    private static final double NONE = -1;

    /** Read when they are asked for: others may be fitted in their place. */
    private static final class Fitted {
        private static final RegressionTrees TREES =
                RegressionTrees.read(CollectiveLikeness.class, "collective_trees.tsv", FEATURES);
    }

    private static final Map<CollectiveFeature, CollectiveFeature> HIGHER = Map.of(
            CollectiveFeature.SHARED_LOW, CollectiveFeature.SHARED_HIGH,
            CollectiveFeature.CONTRADICTED_LOW, CollectiveFeature.CONTRADICTED_HIGH,
            CollectiveFeature.LIKELY_LOW, CollectiveFeature.LIKELY_HIGH,
            CollectiveFeature.RANK_LOW, CollectiveFeature.RANK_HIGH,
            CollectiveFeature.BEST_LOW, CollectiveFeature.BEST_HIGH);

    /** What each two tell by themselves, {@link Links.Told#NOTHING} where they were not compared or have nothing in common. */
    private final Links.Told[][] told;

    /** How likely each two are of one incident by what they tell by themselves. */
    private final double[][] alone;

    /** The same when the others are known; no number where it was not asked for. */
    private final double[][] among;

    /**
     * Compares linked reports.
     *
     * @param reports in their order
     */
    CollectiveLikeness(List<Report> reports, Likeness likeness) {
        int size = reports.size();
        told = new Links.Told[size][size];
        alone = new double[size][size];
        among = new double[size][size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(told[i], Links.Told.NOTHING);
            Arrays.fill(among[i], Double.NaN);
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < end(i); j++) {
                told[i][j] = told(reports.get(i), reports.get(j), likeness);
                told[j][i] = told[i][j];
                alone[i][j] = told[i][j].probability();
                alone[j][i] = alone[i][j];
            }
        }
    }

    private static Links.Told told(Report one, Report other, Likeness likeness) {
        boolean areKnown = one.isEarlier() && other.isEarlier() && !one.node().equals(other.node());
        return areKnown ? Links.Told.CONTRADICTED : Links.Told.of(likeness.of(one, other));
    }

    /** Whether two reports are near enough in time to be compared. */
    boolean areNeighbours(int one, int other) {
        return Math.abs(one - other) <= NEIGHBOURS;
    }

    /** Behind the last neighbour of a report. */
    private int end(int report) {
        return Math.min(alone.length, report + NEIGHBOURS + 1);
    }

    /**
     * The probability that two reports are of one incident, 0 if they are not neighbours. Two that cannot be of one by what they tell themselves ({@link #isPossible}) have one, too, by
     * what others say.
     *
     * @param one its place among the reports
     * @param other the same
     */
    double probability(int one, int other) {
        if (Double.isNaN(among[one][other])) {
            among[one][other] = areNeighbours(one, other) ? mean(one, other) : 0;
            among[other][one] = among[one][other];
        }
        return among[one][other];
    }

    /**
     * The mean of what the trees say and of the probability by what both tell by themselves: trees that are fitted to many reports of each incident trust two
     * that have no third one too little.
     */
    private double mean(int one, int other) {
        return (alone[one][other] + 1 / (1 + Math.exp(-Fitted.TREES.odds(features(one, other))))) / 2;
    }

    /**
     * Whether two reports may be of one incident: they have something in common, what they tell does not contradict it, and it is enough, or a third one is most likely of one
     * incident with each of them, and what it tells is enough with at least one.
     *
     * @param one its place among the reports
     * @param other the same
     */
    boolean isPossible(int one, int other) {
        Links.Told pair = told[one][other];
        return !pair.equals(Links.Told.NOTHING)
                && !pair.isContradicted()
                && (pair.isEnough() || others(one, other).anyMatch(k -> isWithBoth(k, one, other)));
    }

    private boolean isWithBoth(int third, int one, int other) {
        return Math.min(alone[third][one], alone[third][other]) >= MOST_LIKELY
                && (told[third][one].isEnough() || told[third][other].isEnough());
    }

    /** Those of the other reports that may have been compared with both. */
    private IntStream others(int one, int other) {
        int first = Math.max(0, Math.min(one, other) - NEIGHBOURS);
        return IntStream.range(first, end(Math.max(one, other))).filter(k -> k != one && k != other);
    }

    /**
     * The features of two reports, in the order of {@link #FEATURES}.
     *
     * @param one its place among the reports
     * @param other the same
     */
    double[] features(int one, int other) {
        double[] mine = alone[one];
        double[] theirs = alone[other];
        int[] others = others(one, other).filter(k -> mine[k] + theirs[k] > 0).toArray();
        double[] support = sorted(IntStream.of(others).mapToDouble(k -> mine[k] * theirs[k]));
        double[] against = sorted(IntStream.of(others)
                .filter(k -> Math.max(mine[k], theirs[k]) > LIKELY)
                .mapToDouble(k -> Math.max(mine[k], theirs[k]) * (1 - Math.min(mine[k], theirs[k]))));
        double supportSum = DoubleStream.of(support).sum();
        double againstSum = DoubleStream.of(against).sum();
        var features = new EnumMap<CollectiveFeature, Double>(CollectiveFeature.class);
        features.put(CollectiveFeature.ALONE, mine[other]);
        flag(features, CollectiveFeature.DISTINCT, told[one][other].isDistinct());
        flag(features, CollectiveFeature.OF_ONE, told[one][other].isOfOne());
        flag(features, CollectiveFeature.OF_FEW, told[one][other].isOfFew());
        features.put(CollectiveFeature.SUPPORT, supportSum);
        features.put(CollectiveFeature.SUPPORT_FIRST, fromEnd(support, 1));
        features.put(CollectiveFeature.SUPPORT_SECOND, fromEnd(support, 2));
        features.put(CollectiveFeature.AGAINST, againstSum);
        features.put(CollectiveFeature.AGAINST_FIRST, fromEnd(against, 1));
        features.put(CollectiveFeature.SUPPORT_SHARE, supportSum / (SMALL + supportSum + againstSum));
        put(features, CollectiveFeature.SHARED_LOW, share(supportSum, mine, others), share(supportSum, theirs, others));
        put(
                features,
                CollectiveFeature.CONTRADICTED_LOW,
                contradicted(mine, other, others),
                contradicted(theirs, one, others));
        put(
                features,
                CollectiveFeature.LIKELY_LOW,
                count(others, mine, MOST_LIKELY),
                count(others, theirs, MOST_LIKELY));
        double least = Math.nextUp(mine[other]);
        put(features, CollectiveFeature.RANK_LOW, count(others, mine, least), count(others, theirs, least));
        put(
                features,
                CollectiveFeature.BEST_LOW,
                IntStream.of(others).mapToDouble(k -> mine[k]).max().orElse(0),
                IntStream.of(others).mapToDouble(k -> theirs[k]).max().orElse(0));
        return features.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void flag(Map<CollectiveFeature, Double> features, CollectiveFeature feature, boolean value) {
        features.put(feature, value ? 1.0 : 0);
    }

    /** Puts the lower of two values, and the higher one as the feature that {@link #HIGHER} has for it. */
    private static void put(Map<CollectiveFeature, Double> features, CollectiveFeature low, double one, double other) {
        features.put(low, Math.min(one, other));
        features.put(HIGHER.get(low), Math.max(one, other));
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }

    private static double fromEnd(double[] values, int rank) {
        return values.length < rank ? 0 : values[values.length - rank];
    }

    private static double share(double support, double[] likely, int[] others) {
        double all = IntStream.of(others).mapToDouble(k -> likely[k]).sum();
        return all == 0 ? NONE : support / all;
    }

    private static int count(int[] others, double[] likely, double least) {
        return (int) IntStream.of(others).filter(k -> likely[k] >= least).count();
    }

    /** The share of what one is most likely with, and the other has something in common with or contradicts, that it contradicts. */
    private double contradicted(double[] likely, int other, int[] others) {
        return IntStream.of(others)
                .filter(k -> likely[k] >= MOST_LIKELY && !told[other][k].equals(Links.Told.NOTHING))
                .mapToDouble(k -> told[other][k].isContradicted() ? 1 : 0)
                .average()
                .orElse(NONE);
    }
}
