package org.lintas.lab.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Regression trees whose sum is the logarithm of odds, each fitted to what those before it leave, by Newton's method (Friedman 2001,
 * doi:10.1214/aos/1013203451), from some of the rows and of the features, by chance with a fixed seed (Friedman 2002,
 * doi:10.1016/S0167-9473(01)00065-2). Of some features a larger value never makes what is told less likely, or never more.
 */
final class BoostedTrees {

    /**
     * How large a sum of trees is.
     *
     * @param leaves of a tree
     * @param shrinkage how much of what the rows tell a tree takes
     */
    record Size(int trees, int leaves, double shrinkage) {}

    private static final double PENALTY = 5;

    /** Rows that a leaf has at least. */
    private static final int MIN_ROWS = 30;

    /** Bounds that are tried of each feature. */
    private static final int BINS = 96;

    private static final double SMALL = 1e-9;

    /** The share of the rows and of the features that a tree is fitted to. */
    private static final double ROWS = .7;

    private static final double FEATURES = .5;
    private static final long SEED = 18;

    private final Size size;
    private final List<String> features;

    /** Of each feature 1 if odds may only rise with it, -1 if they may only fall, or 0. */
    private final int[] directions;

    private final boolean[] isOne;
    private final double[] counts;

    /** The bounds of each feature, ascending, and which of them each row is up to. */
    private final double[][] bounds;

    private final byte[][] bins;
    private final double[] slope;
    private final double[] bend;
    private final double[] odds;
    private final double start;
    private final StringBuilder table = new StringBuilder();
    private final Random random = new Random(SEED);

    /** The features of the tree in hand. */
    private int[] asked;

    /** A part of a tree: its rows, and how it is divided best. */
    private final class Node {
        private final int[] rows;

        /** What it may add at least and at most, by the directions of the features above it. */
        private final double least;

        private final double most;
        private final double value;
        private int feature = -1;
        private int bound;
        private double middle;
        private double gain;
        private Node upTo;
        private Node beyond;

        Node(int[] rows, double least, double most) {
            this.rows = rows;
            this.least = least;
            this.most = most;
            double slopes = 0;
            double bends = 0;
            for (int row : rows) {
                slopes += slope[row];
                bends += bend[row];
            }
            value = value(slopes, bends);
            for (int candidate : asked) {
                search(candidate, slopes, bends);
            }
        }

        private double value(double slopes, double bends) {
            return Math.max(least, Math.min(most, -size.shrinkage * slopes / (bends + PENALTY)));
        }

        private void search(int candidate, double slopes, double bends) {
            int count = bounds[candidate].length + 1;
            var slopesOf = new double[count];
            var bendsOf = new double[count];
            var rowsOf = new int[count];
            for (int row : rows) {
                int bin = bins[candidate][row];
                slopesOf[bin] += slope[row];
                bendsOf[bin] += bend[row];
                rowsOf[bin]++;
            }
            double sum = 0;
            double bent = 0;
            int rowsUpTo = 0;
            for (int bin = 0; bin < count - 1; bin++) {
                sum += slopesOf[bin];
                bent += bendsOf[bin];
                rowsUpTo += rowsOf[bin];
                if (rowsUpTo >= MIN_ROWS && rows.length - rowsUpTo >= MIN_ROWS) {
                    double better = score(sum, bent) + score(slopes - sum, bends - bent) - score(slopes, bends);
                    double rise = value(slopes - sum, bends - bent) - value(sum, bent);
                    if (better > gain + SMALL && rise * directions[candidate] >= 0) {
                        gain = better;
                        middle = (value(sum, bent) + value(slopes - sum, bends - bent)) / 2;
                        feature = candidate;
                        bound = bin;
                    }
                }
            }
        }

        private static double score(double slopes, double bends) {
            return slopes * slopes / (bends + PENALTY);
        }

        void divide() {
            int direction = directions[feature];
            upTo = part(true, direction > 0, direction < 0);
            beyond = part(false, direction < 0, direction > 0);
        }

        /** The rows up to the bound or beyond it; it may have to add no more, or no less, than what is halfway between both. */
        private Node part(boolean isUpTo, boolean isLower, boolean isHigher) {
            int[] some = IntStream.of(rows)
                    .filter(row -> bins[feature][row] <= bound == isUpTo)
                    .toArray();
            return new Node(some, isHigher ? middle : least, isLower ? middle : most);
        }

        /** What it adds to the odds of a row. */
        double of(int row) {
            return upTo == null ? value : (bins[feature][row] <= bound ? upTo : beyond).of(row);
        }

        /** Writes it; returns how many lines it took. */
        int write(StringBuilder to) {
            if (upTo == null) {
                to.append(String.format(Locale.ROOT, "LEAF\t%.4f%n", value));
                return 1;
            }
            var below = new StringBuilder();
            int lines = upTo.write(below);
            to.append(String.format(
                            Locale.ROOT, "%s\t%s\t%d%n", features.get(feature), bounds[feature][bound], lines + 1))
                    .append(below);
            return 1 + lines + beyond.write(to);
        }
    }

    private BoostedTrees(
            Size size, List<String> features, int[] directions, double[][] rows, boolean[] isOne, double[] counts) {
        this.size = size;
        this.features = features;
        this.directions = directions;
        this.isOne = isOne;
        this.counts = counts;
        bounds = new double[features.size()][];
        bins = new byte[features.size()][rows.length];
        for (int i = 0; i < bounds.length; i++) {
            int at = i;
            bounds[i] = bounds(Arrays.stream(rows).mapToDouble(row -> row[at]).toArray());
            for (int row = 0; row < rows.length; row++) {
                int found = Arrays.binarySearch(bounds[i], rows[row][i]);
                bins[i][row] = (byte) (found >= 0 ? found : -found - 1);
            }
        }
        double all = Arrays.stream(counts).sum();
        double ones = IntStream.range(0, rows.length)
                .mapToDouble(row -> isOne[row] ? counts[row] : 0)
                .sum();
        start = Math.log(ones / (all - ones));
        slope = new double[rows.length];
        bend = new double[rows.length];
        odds = new double[rows.length];
        Arrays.fill(odds, start);
    }

    /**
     * The table of the trees: a row with the odds of all; of each node a feature, its bound and how many rows further those for values beyond it begin,
     * the next being those for values up to it; of each leaf what it adds.
     *
     * @param directions of each feature 1 if odds may only rise with it, -1 if they may only fall, or 0
     * @param rows values of the features
     * @param isOne what is to be told
     * @param counts how much each row counts
     */
    static String table(
            Size size, List<String> features, int[] directions, double[][] rows, boolean[] isOne, double[] counts) {
        return new BoostedTrees(size, features, directions, rows, isOne, counts).fit();
    }

    /** The rows of a table, without comments, as {@link org.lintas.incident.fact.RegressionTrees} reads them. */
    static List<List<String>> rows(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")))
                .toList();
    }

    private String fit() {
        table.append(String.format(Locale.ROOT, "START\t%.4f%n", start));
        for (int tree = 0; tree < size.trees; tree++) {
            for (int row = 0; row < odds.length; row++) {
                double probability = 1 / (1 + Math.exp(-odds[row]));
                slope[row] = counts[row] * (probability - (isOne[row] ? 1 : 0));
                bend[row] = counts[row] * probability * (1 - probability);
            }
            Node root = tree();
            root.write(table);
            for (int row = 0; row < odds.length; row++) {
                odds[row] += root.of(row);
            }
        }
        return table.toString();
    }

    /** The part that gains most is divided first. */
    private Node tree() {
        asked = some(bins.length, FEATURES);
        var root = new Node(some(odds.length, ROWS), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        List<Node> leaves = new ArrayList<>(List.of(root));
        while (leaves.size() < size.leaves) {
            Node best = leaves.get(0);
            for (Node leaf : leaves) {
                best = leaf.gain > best.gain ? leaf : best;
            }
            if (best.gain <= 0) {
                break;
            }
            best.divide();
            leaves.remove(best);
            leaves.add(best.upTo);
            leaves.add(best.beyond);
        }
        return root;
    }

    /** A share of the numbers below a bound, by chance. */
    private int[] some(int bound, double share) {
        return IntStream.range(0, bound)
                .filter(number -> random.nextDouble() < share)
                .toArray();
    }

    /** Values between which a feature is divided: halfway, so that a value that is rounded otherwise is on the same side. */
    private static double[] bounds(double[] values) {
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double[] between = IntStream.range(1, distinct.length)
                .mapToDouble(i -> rounded(distinct[i - 1], distinct[i]))
                .toArray();
        if (between.length <= BINS) {
            return between;
        }
        return IntStream.rangeClosed(1, BINS)
                .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / (BINS + 1))])
                .map(value -> {
                    int at = Arrays.binarySearch(distinct, value);
                    return at == distinct.length - 1 ? value : rounded(value, distinct[at + 1]);
                })
                .distinct()
                .toArray();
    }

    /** A value between two with as few digits as tell them apart, from four on. */
    private static double rounded(double one, double other) {
        double middle = (one + other) / 2;
        double rounded = Math.round(middle * 1e4) / 1e4;
        return rounded >= one && rounded < other ? rounded : middle;
    }
}
