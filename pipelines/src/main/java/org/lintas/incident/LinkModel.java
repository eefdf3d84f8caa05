package org.lintas.incident;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lintas.text.WordTable;

/**
 * Tells how likely two reports are of one incident, from their features: a logistic regression with the weights of {@code link_weights.tsv}, fitted
 * to pairs of articles that were read.
 */
final class LinkModel {

    private static final String INTERCEPT = "INTERCEPT";

    private static final LinkModel FITTED = new LinkModel(WordTable.read(LinkModel.class, "link_weights.tsv", 2));

    private final Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    private final double intercept;

    private LinkModel(List<List<String>> rows) {
        double sum = 0;
        for (List<String> row : rows) {
            double weight = Double.parseDouble(row.get(1));
            if (row.get(0).equals(INTERCEPT)) {
                sum = weight;
            } else {
                weights.put(Feature.valueOf(row.get(0)), weight);
            }
        }
        intercept = sum;
    }

    static LinkModel fitted() {
        return FITTED;
    }

    /** The probability that two reports are of one incident. */
    double probability(Map<Feature, Double> features) {
        double odds = intercept;
        for (Map.Entry<Feature, Double> feature : features.entrySet()) {
            odds += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
