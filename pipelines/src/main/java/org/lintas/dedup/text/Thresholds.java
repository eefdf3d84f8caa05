package org.lintas.dedup.text;

import java.io.Serializable;

/**
 * How much two texts must have in common, as shares of tokens, 0 to 1.
 *
 * @param reprint least {@link VerificationResult#similarity} of a reprint
 * @param excerpt least {@link VerificationResult#containment} of an excerpt
 */
public record Thresholds(double reprint, double excerpt) implements Serializable {

    public static final double REPRINT = .6;
    public static final double EXCERPT = .85;
    public static final Thresholds DEFAULT = new Thresholds(REPRINT, EXCERPT);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException for a value that is not above 0 and at most 1
     */
    public Thresholds {
        if (!(reprint > 0 && reprint <= 1 && excerpt > 0 && excerpt <= 1)) {
            throw new IllegalArgumentException("a threshold is above 0 and at most 1");
        }
    }
}
