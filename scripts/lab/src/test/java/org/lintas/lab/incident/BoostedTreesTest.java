package org.lintas.lab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private static final List<String> FEATURES = List.of("FIRST", "OTHER", "NOISE");

    @Test
    void treesTellWhatNoSumOfWeightsDoes() {
        var random = new Random(3);
        double[][] rows = rows(random, 2_000);
        String table = table(rows, 0, 0, 0);
        assertThat(table(rows, 0, 0, 0)).isEqualTo(table);
        int right = 0;
        for (int i = 0; i < 1_000; i++) {
            double[] row = row(random);
            right += (odds(table, row) > 0) == isOne(row) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(950);
    }

    @Test
    void oddsNeverFallWithAFeatureThatRises() {
        var random = new Random(5);
        double[][] rows = rows(random, 1_000);
        String free = table(rows, 0, 0, 0);
        String rising = table(rows, 1, 0, -1);

        assertThat(steps(free, 0, -1)).isPositive();
        assertThat(steps(rising, 0, -1)).isZero();
        assertThat(steps(rising, 2, 1)).isZero();
    }

    private static String table(double[][] rows, int... directions) {
        var isOne = new boolean[rows.length];
        var counts = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            isOne[i] = isOne(rows[i]);
            counts[i] = 1;
        }
        return BoostedTrees.table(new BoostedTrees.Size(800, 16, .06), FEATURES, directions, rows, isOne, counts);
    }

    private static double[][] rows(Random random, int size) {
        return Stream.generate(() -> row(random)).limit(size).toArray(double[][]::new);
    }

    private static double[] row(Random random) {
        return new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    }

    /** How often odds go up (1) or down (-1) where a feature rises a little and the others stay. */
    private static int steps(String table, int feature, int direction) {
        var random = new Random(7);
        int steps = 0;
        for (int i = 0; i < 50; i++) {
            double[] row = row(random);
            row[feature] = 0;
            double before = odds(table, row);
            while (row[feature] < 1) {
                row[feature] += .05;
                double after = odds(table, row);
                steps += direction * (after - before) > 1e-9 ? 1 : 0;
                before = after;
            }
        }
        return steps;
    }

    private static boolean isOne(double[] row) {
        return row[0] > .5 ^ row[1] > .3;
    }

    /** The sum of the leaves that a row comes to. */
    private static double odds(String table, double[] row) {
        List<String[]> nodes = table.lines().map(line -> line.split("\t")).toList();
        double odds = Double.parseDouble(nodes.get(0)[1]);
        for (int at = 1; at < nodes.size(); at = end(nodes, at)) {
            int node = at;
            while (!nodes.get(node)[0].equals("LEAF")) {
                String[] told = nodes.get(node);
                node += row[FEATURES.indexOf(told[0])] <= Double.parseDouble(told[1]) ? 1 : Integer.parseInt(told[2]);
            }
            odds += Double.parseDouble(nodes.get(node)[1]);
        }
        return odds;
    }

    /** Where the tree ends that begins at a node. */
    private static int end(List<String[]> nodes, int from) {
        int open = 1;
        int at = from;
        while (open > 0) {
            open += nodes.get(at++)[0].equals("LEAF") ? -1 : 1;
        }
        return at;
    }
}
