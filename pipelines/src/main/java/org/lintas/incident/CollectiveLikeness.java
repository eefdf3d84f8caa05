package org.lintas.incident;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lintas.incident.fact.RegressionTrees;

/**
 * How likely two of some linked reports are of one incident when the others are known, too: two that tell little in common may both be like a third one, and two that
 * are alike may each be like others that contradict each other (collective entity resolution, Bhattacharya and Getoor 2007,
 * doi:10.1145/1217299.1217304). The trees of {@code collective_trees.tsv} are fitted to linked reports that were read and to written ones, also with all incidents moved into the same weeks.
 */
final class CollectiveLikeness {

    /** The names of the features, in their order. */
    static final List<String> FEATURES =
            Stream.of(CollectiveFeature.values()).map(CollectiveFeature::name).toList();

    /** Beyond this two reports are likely of one incident, by what both tell by themselves. */
    private static final double LIKELY = .5;

    /** From here on they are most likely of one, by the same. */
    private static final double MOST_LIKELY = .8;

    /** Keeps a share of nothing from being no number. */
    private static final double SMALL = .001;

    /** A share where there is nothing to have it of. */
    private static final double NONE = -1;

    /** What the trees count; the probability by what both tell counts the rest of 1. */
    private static final double WEIGHT_OF_TREES = .65;

    /** Read when they are asked for: others may be fitted in their place. */
    private static final class Fitted {
        private static final RegressionTrees TREES =
                RegressionTrees.read(CollectiveLikeness.class, "collective_trees.tsv", FEATURES);
    }

    private final List<Report> reports;
    private final Likeness likeness;

    /** What each two tell by themselves; nothing of a report and itself. */
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
        this.reports = reports;
        this.likeness = likeness;
        told = new Links.Told[size][size];
        alone = new double[size][size];
        among = new double[size][size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(among[i], Double.NaN);
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
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

    /**
     * The probability that two reports are of one incident. Two that cannot be of one by what they tell themselves ({@link #isPossible}) have one, too, by
     * what others say.
     *
     * @param one its place among the reports
     * @param other the same
     */
    double probability(int one, int other) {
        if (Double.isNaN(among[one][other])) {
            among[one][other] = mean(one, other);
            among[other][one] = among[one][other];
        }
        return among[one][other];
    }

    /**
     * A mean of what the trees say and of the probability by what both tell by themselves: trees that are fitted to many reports of each incident trust two
     * that have no third one too little.
     */
    private double mean(int one, int other) {
        double trees = 1 / (1 + StrictMath.exp(-Fitted.TREES.odds(features(one, other))));
        return WEIGHT_OF_TREES * trees + (1 - WEIGHT_OF_TREES) * alone[one][other];
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
        return !pair.isNothing()
                && !pair.isContradicted()
                && (pair.isEnough() || others(one, other).anyMatch(k -> isWithBoth(k, one, other)));
    }

    private boolean isWithBoth(int third, int one, int other) {
        return Math.min(alone[third][one], alone[third][other]) >= MOST_LIKELY
                && (told[third][one].isEnough() || told[third][other].isEnough());
    }

    private IntStream others(int one, int other) {
        return IntStream.range(0, alone.length).filter(k -> k != one && k != other);
    }

    /**
     * The features of two reports, in the order of {@link #FEATURES}.
     *
     * @param one its place among the reports
     * @param other the same
     */
    double[] features(int one, int other) {
        Links.Told pair = told[one][other];
        ReportsOfDay ofDay = likeness.reportsOfDay(reports.get(one), reports.get(other));
        var mine = new Side(alone[one], told[other], alone[one][other]);
        var theirs = new Side(alone[other], told[one], alone[one][other]);
        double support = 0;
        double supportFirst = 0;
        double supportSecond = 0;
        double against = 0;
        double againstFirst = 0;
        for (int k = 0; k < alone.length; k++) {
            if (k == one || k == other || mine.likely[k] + theirs.likely[k] == 0) {
                continue;
            }
            double both = mine.likely[k] * theirs.likely[k];
            support += both;
            supportSecond = Math.max(supportSecond, Math.min(supportFirst, both));
            supportFirst = Math.max(supportFirst, both);
            double higher = Math.max(mine.likely[k], theirs.likely[k]);
            if (higher > LIKELY) {
                double single = higher * (1 - Math.min(mine.likely[k], theirs.likely[k]));
                against += single;
                againstFirst = Math.max(againstFirst, single);
            }
            mine.add(k);
            theirs.add(k);
        }
        return new double[] {
            pair.probability(),
            pair.isDistinct() ? 1 : 0,
            pair.isOfOne() ? 1 : 0,
            pair.isOfFew() ? 1 : 0,
            support,
            supportFirst,
            supportSecond,
            against,
            againstFirst,
            support / (SMALL + support + against),
            Math.min(mine.share(support), theirs.share(support)),
            Math.max(mine.share(support), theirs.share(support)),
            Math.min(mine.contradicted(), theirs.contradicted()),
            Math.max(mine.contradicted(), theirs.contradicted()),
            Math.min(mine.mostLikely, theirs.mostLikely),
            Math.max(mine.mostLikely, theirs.mostLikely),
            Math.min(mine.likelier, theirs.likelier),
            Math.max(mine.likelier, theirs.likelier),
            Math.min(mine.best, theirs.best),
            Math.max(mine.best, theirs.best),
            StrictMath.log1p(ofDay.all()),
            StrictMath.log1p(ofDay.ofCountry())
        };
    }

    /** What the others are to one of two reports. */
    private static final class Side {

        /** How likely each is of one incident with it. */
        private final double[] likely;

        /** What each tells together with the other one of the two. */
        private final Links.Told[] withOther;

        /** How likely the two are of one incident. */
        private final double pair;

        private double sum;
        private double best;
        private int mostLikely;
        private int likelier;
        private int compared;
        private int contradicted;

        Side(double[] likely, Links.Told[] withOther, double pair) {
            this.likely = likely;
            this.withOther = withOther;
            this.pair = pair;
        }

        void add(int report) {
            double probability = likely[report];
            sum += probability;
            best = Math.max(best, probability);
            likelier += probability > pair ? 1 : 0;
            if (probability >= MOST_LIKELY) {
                mostLikely++;
                if (!withOther[report].isNothing()) {
                    compared++;
                    contradicted += withOther[report].isContradicted() ? 1 : 0;
                }
            }
        }

        /** The share of what it is likely with that the other one is likely with, too. */
        double share(double support) {
            return sum == 0 ? NONE : support / sum;
        }

        /** The share of what it is most likely with, and the other has something in common with or contradicts, that the other contradicts. */
        double contradicted() {
            return compared == 0 ? NONE : (double) contradicted / compared;
        }
    }
}
