package org.lintas.incident.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lintas.text.WordTable;

/**
 * A sum of regression trees (Friedman 2001, doi:10.1214/aos/1013203451), in natural logarithms of odds. What a feature says may depend on others, which a
 * sum of weights does not know.
 *
 * <p>Trees are not followed from their roots, which leads a processor where it cannot foresee. Each bound that a value is beyond strikes out the leaves of
 * its tree for values up to it; of those that are left the first one counts (Lucchese and others 2015, doi:10.1145/2766462.2767733).
 */
public final class RegressionTrees {

    private static final String START = "START";
    private static final String LEAF = "LEAF";

    /**
     * A bound of a tree.
     *
     * @param left the leaves of the tree that are left of a value beyond the bound, one bit each
     */
    private record Bound(int feature, double value, int tree, int left) {}

    /** Where the bounds of each feature begin, and where the last ones end. */
    private final int[] from;

    /** The bounds of a feature, from the lowest, their trees, and the leaves that are left. */
    private final double[] bounds;

    private final int[] trees;
    private final int[] left;

    /** What each leaf adds, those of one tree after the other, each tree from the lowest values on, and the first leaf of each tree. */
    private final double[] leaves;

    private final int[] firstLeaves;
    private final double start;

    /**
     * Reads trees from a table: a row with the odds of all; of each node a feature, its bound and how many rows further those for values beyond it begin, the
     * next being those for values up to it; of each leaf what it adds.
     *
     * @param home the class beside which the table is
     * @param features their names, in the order of their values
     * @throws IllegalStateException if the table has another feature, or a tree of more than 32 leaves
     */
    public static RegressionTrees read(Class<?> home, String table, List<String> features) {
        return new RegressionTrees(features, WordTable.read(home, table, 2));
    }

    /**
     * Trees.
     *
     * @param features their names, in the order of their values
     * @param rows as {@link #read} reads them
     * @throws IllegalStateException if a row is of another feature, or a tree has more than 32 leaves
     */
    public RegressionTrees(List<String> features, List<List<String>> rows) {
        List<List<String>> nodes =
                rows.stream().filter(row -> !row.get(0).equals(START)).toList();
        var found = new ArrayList<Bound>();
        var roots = new ArrayList<Integer>();
        leaves = new double[nodes.size()];
        int leaf = 0;
        for (int node = 0; node < nodes.size(); ) {
            int first = leaf;
            int end = end(nodes, node);
            for (; node < end; node++) {
                List<String> row = nodes.get(node);
                if (row.get(0).equals(LEAF)) {
                    leaves[leaf++] = Double.parseDouble(row.get(1));
                } else {
                    int struck = countLeaves(nodes, node + 1, node + Integer.parseInt(row.get(2)));
                    int feature = features.indexOf(row.get(0));
                    if (feature < 0) {
                        throw new IllegalStateException("unknown feature " + row.get(0));
                    }
                    found.add(new Bound(
                            feature,
                            Double.parseDouble(row.get(1)),
                            roots.size(),
                            ~(((1 << struck) - 1) << (leaf - first))));
                }
            }
            if (leaf - first > Integer.SIZE) {
                throw new IllegalStateException("a tree of " + (leaf - first) + " leaves");
            }
            roots.add(first);
        }
        found.sort(Comparator.comparingInt(Bound::feature).thenComparingDouble(Bound::value));
        from = new int[features.size() + 1];
        found.forEach(bound -> from[bound.feature + 1]++);
        for (int i = 0; i < features.size(); i++) {
            from[i + 1] += from[i];
        }
        bounds = found.stream().mapToDouble(Bound::value).toArray();
        trees = found.stream().mapToInt(Bound::tree).toArray();
        left = found.stream().mapToInt(Bound::left).toArray();
        firstLeaves = roots.stream().mapToInt(Integer::intValue).toArray();
        start = rows.stream()
                .filter(row -> row.get(0).equals(START))
                .mapToDouble(row -> Double.parseDouble(row.get(1)))
                .sum();
    }

    /** The node behind the last one of a tree or a part of it. */
    private static int end(List<List<String>> nodes, int root) {
        int node = root;
        while (!nodes.get(node).get(0).equals(LEAF)) {
            node += Integer.parseInt(nodes.get(node).get(2));
        }
        return node + 1;
    }

    private static int countLeaves(List<List<String>> nodes, int start, int end) {
        return (int) nodes.subList(start, end).stream()
                .filter(node -> node.get(0).equals(LEAF))
                .count();
    }

    /**
     * What the trees say.
     *
     * @param values of the features, in their order
     */
    public double odds(double[] values) {
        var remaining = new int[firstLeaves.length];
        Arrays.fill(remaining, -1);
        for (int f = 0; f < values.length; f++) {
            for (int i = from[f]; i < from[f + 1] && bounds[i] < values[f]; i++) {
                remaining[trees[i]] &= left[i];
            }
        }
        double odds = start;
        for (int tree = 0; tree < remaining.length; tree++) {
            odds += leaves[firstLeaves[tree] + Integer.numberOfTrailingZeros(remaining[tree])];
        }
        return odds;
    }
}
