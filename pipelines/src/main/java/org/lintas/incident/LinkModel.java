package org.lintas.incident;

import java.util.List;
import java.util.Map;
import org.lintas.incident.fact.RegressionTrees;
import org.lintas.text.WordTable;

/**
 * Tells how likely two reports are of one incident, from their features: the trees of {@code link_trees.tsv}, fitted to pairs of articles that were read.
 * What a day or a place says depends on what else both tell.
 */
final class LinkModel {

    private static final List<Feature> FEATURES = List.of(Feature.values());

    /** Read when it is asked for: another may be fitted in its place. */
    private static final class Fitted {
        private static final LinkModel MODEL = new LinkModel(WordTable.read(LinkModel.class, "link_trees.tsv", 2));
    }

    private final RegressionTrees trees;

    /**
     * A model.
     *
     * @param rows of its trees, as {@link RegressionTrees#read} reads them
     */
    LinkModel(List<List<String>> rows) {
        trees = new RegressionTrees(FEATURES.stream().map(Feature::name).toList(), rows);
    }

    static LinkModel fitted() {
        return Fitted.MODEL;
    }

    /** The probability that two reports are of one incident. */
    double probability(Map<Feature, Double> told) {
        var values = new double[FEATURES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = told.getOrDefault(FEATURES.get(i), 0.0);
        }
        return 1 / (1 + StrictMath.exp(-trees.odds(values)));
    }
}
