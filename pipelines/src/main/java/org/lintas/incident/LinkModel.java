package org.lintas.incident;

import java.util.List;
import org.lintas.text.WordTable;

/**
 * Tells how likely two reports are of one incident, from their features: a logistic regression with the weights of {@code link_weights.tsv}, fitted
 * to pairs of articles that were read.
 */
final class LinkModel {

    private static final String INTERCEPT = "INTERCEPT";

    private static final LinkModel FITTED = new LinkModel(WordTable.read(LinkModel.class, "link_weights.tsv", 2));

    private final double[] weights = new double[Feature.values().length];
    private final double intercept;

    private LinkModel(List<List<String>> rows) {
        double sum = 0;
        for (List<String> row : rows) {
            double weight = Double.parseDouble(row.get(1));
            if (row.get(0).equals(INTERCEPT)) {
                sum = weight;
            } else {
                weights[Feature.valueOf(row.get(0)).ordinal()] = weight;
            }
        }
        intercept = sum;
    }

    static LinkModel fitted() {
        return FITTED;
    }

    /** The probability that two reports are of one incident. */
    double probability(double[] features) {
        double odds = intercept;
        for (int i = 0; i < weights.length; i++) {
            odds += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
