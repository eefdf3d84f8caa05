package org.lintas.place;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lintas.text.WordTable;

/**
 * Decides whether the crime that an article tells of crosses a border, by the signs of {@link BorderSigns}: countries that goods, people
 * or money come from, pass or go to, or that suspects and victims are of, and words that say so by themselves, in the headline, the
 * opening and the sentences of the topic's evidence. A country that only an expert, a study or a comparison is of hardly counts.
 *
 * <p>The signs are added up with the weights of {@code crossing_weights.tsv}, the coefficients of a logistic regression on articles
 * labelled by reading. China, Hong Kong, Macau and Taiwan are often named side by side: between them a border is crossed only where
 * something moves or a word says so.
 */
final class CrossBorder {

    /** Written into the file metadata of every dataset that depends on it. */
    static final String VERSION = "crossing-2";

    private final BorderWords words = new BorderWords();
    private final Map<BorderSigns.Sign, Double> weights = new EnumMap<>(BorderSigns.Sign.class);
    private final double least;

    CrossBorder() {
        double needed = Double.NaN;
        for (List<String> row : WordTable.read(CrossBorder.class, "crossing_weights.tsv", 2)) {
            double weight = Double.parseDouble(row.get(1));
            if (row.get(0).equals("needed")) {
                needed = weight;
            } else {
                weights.put(BorderSigns.Sign.valueOf(row.get(0)), weight);
            }
        }
        least = needed;
    }

    /** Whether the crime crosses a border. */
    boolean isCrossed(CrimeReport report) {
        Map<BorderSigns.Sign, Double> signs = BorderSigns.of(report, words.in(report.language(), report.text()));
        return signs.entrySet().stream()
                        .mapToDouble(sign -> weights.getOrDefault(sign.getKey(), 0.0) * sign.getValue())
                        .sum()
                > least;
    }
}
