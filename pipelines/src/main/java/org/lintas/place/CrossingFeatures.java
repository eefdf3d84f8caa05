package org.lintas.place;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lintas.text.LetterGrams;

/** What tells whether the crime of an article crosses a border: signs, and the letters of headline and opening. */
public final class CrossingFeatures {

    private static final List<BorderSigns.Sign> SIGNS = List.of(BorderSigns.Sign.values());

    /** Letters are hashed to so many features. */
    private static final int GRAM_BITS = 16;

    /** Number of features: signs, letters, and one that is always 1. */
    public static final int SIZE = SIGNS.size() + (1 << GRAM_BITS) + 1;

    private static final int SHORTEST_GRAM = 2;
    private static final int LONGEST_GRAM = 5;

    /** Length of the opening, in UTF-16 units. */
    private static final int OPENING = 800;

    /** How much each sequence of letters counts, times the root of their number. */
    private static final double NORM = 6;

    private final double[] signs = new double[SIGNS.size()];
    private final int[] grams;
    private final double gramValue;

    CrossingFeatures(Map<BorderSigns.Sign, Double> signs, CrimeReport report) {
        Arrays.setAll(this.signs, i -> signs.getOrDefault(SIGNS.get(i), 0.0));
        int end = Math.min(report.text().length(), report.titleEnd() + OPENING);
        int[] letters = LetterGrams.of(report.text().substring(0, end), SHORTEST_GRAM, LONGEST_GRAM);
        grams = Arrays.stream(letters)
                .map(hash -> SIGNS.size() + ((hash * 0x9E3779B1) >>> (Integer.SIZE - GRAM_BITS)))
                .toArray();
        gramValue = NORM / Math.sqrt(Math.max(1, grams.length));
    }

    /** Names of the signs, the first features. */
    public static List<String> signs() {
        return SIGNS.stream().map(Enum::name).toList();
    }

    /**
     * The value of a sign.
     *
     * @param sign its place among {@link #signs}
     */
    public double sign(int sign) {
        return signs[sign];
    }

    /** The sum of all features, weighed. */
    public double sum(double[] weights) {
        double sum = weights[SIZE - 1];
        for (int i = 0; i < signs.length; i++) {
            sum += signs[i] * weights[i];
        }
        double letters = 0;
        for (int gram : grams) {
            letters += weights[gram];
        }
        return sum + letters * gramValue;
    }

    /** Adds all features, times a factor. */
    public void addTo(double[] totals, double factor) {
        totals[SIZE - 1] += factor;
        for (int i = 0; i < signs.length; i++) {
            totals[i] += factor * signs[i];
        }
        for (int gram : grams) {
            totals[gram] += factor * gramValue;
        }
    }
}
