package org.lintas.incident;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.lintas.text.WordTable;

/**
 * How likely a report tells of one incident, not of an affair, of several cases, or of none: logistic regression over the meaning of its opening, in
 * any language, with the weights of {@code single_incident.tsv}, fitted to articles that were read.
 */
public final class SingleIncident {

    /** Of the numbers of the table. */
    public static final double SCALE = 1_000;

    private static final SingleIncident FITTED =
            new SingleIncident(WordTable.read(SingleIncident.class, "single_incident.tsv", 1));

    private final double[] weights;

    private SingleIncident(List<List<String>> rows) {
        this(rows.stream()
                .mapToDouble(row -> Integer.parseInt(row.get(0)) / SCALE)
                .toArray());
    }

    /**
     * A model.
     *
     * @param weights what is added in any case, then the weight of each dimension of a meaning
     */
    public SingleIncident(double... weights) {
        this.weights = weights.clone();
    }

    /** The model that is shipped. */
    static SingleIncident fitted() {
        return FITTED;
    }

    /**
     * The probability that a report tells of one incident.
     *
     * @param vector its meaning, of any length
     */
    public double probability(ByteBuffer vector) {
        double odds = weights[0];
        double[] meaning = MeaningCentres.unit(vector);
        for (int i = 0; i < Math.min(meaning.length, weights.length - 1); i++) {
            odds += weights[i + 1] * meaning[i];
        }
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** The weights as the rows of the table, one each. */
    public List<String> table() {
        return Arrays.stream(weights)
                .mapToObj(weight -> Long.toString(Math.round(SCALE * weight)))
                .toList();
    }
}
