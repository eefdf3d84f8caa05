package org.lintas.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lintas.text.WordTable;

/**
 * Tells how likely two reports are of one incident, from their features: a sum of regression trees (Friedman 2001, doi:10.1214/aos/1013203451), those
 * of {@code link_trees.tsv}, fitted to pairs of articles that were read. What a day or a place says depends on what else both tell, which a sum of
 * weights does not know.
 */
final class LinkModel {

    private static final String START = "START";
    private static final String LEAF = "LEAF";
    private static final List<Feature> FEATURES = List.of(Feature.values());

    private static final LinkModel FITTED = new LinkModel(WordTable.read(LinkModel.class, "link_trees.tsv", 2));

    /**
     * The number of the feature of each node, -1 of a leaf: the trees one after the other, each node before those below it, first those for values up to
     * its bound.
     */
    private final int[] features;

    /** The bound of a node, or what a leaf adds. */
    private final double[] values;

    /** Where the nodes for values beyond the bound begin. */
    private final int[] beyond;

    private final int[] roots;
    private final double start;

    private LinkModel(List<List<String>> rows) {
        List<List<String>> nodes =
                rows.stream().filter(row -> !row.get(0).equals(START)).toList();
        features = new int[nodes.size()];
        values = new double[nodes.size()];
        beyond = new int[nodes.size()];
        var found = new int[nodes.size()];
        int trees = 0;
        // Nodes of the tree that are still to come.
        int open = 0;
        for (int i = 0; i < nodes.size(); i++) {
            List<String> node = nodes.get(i);
            if (open == 0) {
                found[trees++] = i;
                open = 1;
            }
            values[i] = Double.parseDouble(node.get(1));
            if (node.get(0).equals(LEAF)) {
                features[i] = -1;
                open--;
            } else {
                features[i] = FEATURES.indexOf(Feature.valueOf(node.get(0)));
                beyond[i] = i + Integer.parseInt(node.get(2));
                open++;
            }
        }
        roots = Arrays.copyOf(found, trees);
        start = rows.stream()
                .filter(row -> row.get(0).equals(START))
                .mapToDouble(row -> Double.parseDouble(row.get(1)))
                .sum();
    }

    static LinkModel fitted() {
        return FITTED;
    }

    /** The probability that two reports are of one incident. */
    double probability(Map<Feature, Double> told) {
        // A map would be asked thousands of times.
        var byNumber = new double[FEATURES.size()];
        for (int i = 0; i < byNumber.length; i++) {
            Double value = told.get(FEATURES.get(i));
            byNumber[i] = value == null ? 0 : value;
        }
        double odds = start;
        for (int root : roots) {
            int at = root;
            while (features[at] >= 0) {
                at = byNumber[features[at]] <= values[at] ? at + 1 : beyond[at];
            }
            odds += values[at];
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
