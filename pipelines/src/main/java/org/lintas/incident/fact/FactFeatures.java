package org.lintas.incident.fact;

import java.util.List;
import java.util.stream.Stream;
import org.lintas.text.LetterGrams;
import org.lintas.topic.passage.PassageModel;
import org.lintas.topic.passage.TokenVectors;

/**
 * What tells whether a day, a place or a figure is that of the event that its article reports: signs, and the letters and the meaning of what stands
 * before and behind it.
 */
public final class FactFeatures {

    /** Signs and letters are hashed to so many features (Weinberger and others 2009, doi:10.1145/1553374.1553516). */
    static final int HASHED = 1 << 17;

    private static final int SHORTEST_GRAM = 2;
    private static final int LONGEST_GRAM = 5;

    /** Of what stands further away. */
    private static final int SHORTEST_FAR_GRAM = 4;

    /** How much a sequence of letters counts beside a sign, nearby and further away, and each dimension of a {@link PassageModel#normalise normalised} meaning. */
    private static final double GRAM = .3;

    private static final double FAR_GRAM = .2;
    private static final double MEANING = .25;

    /** Salts of what stands before, in and behind it. */
    private static final int BEFORE = 0x3C6EF372;

    private static final int WITHIN = 0x1F83D9AB;
    private static final int BEHIND = 0x5BE0CD19;
    private static final int NEAR_BEFORE = 0x510E527F;
    private static final int NEAR_BEHIND = 0x1F3D5B79;
    private static final int FAR_BEFORE = 0x2545F491;
    private static final int FAR_BEHIND = 0x71C9B3A5;

    /** What stands within so many UTF-16 units counts once more. */
    private static final int NEAR = 16;

    private final int[] signs;
    private final int[] grams;
    private final int[] farGrams;
    private final float[] before;
    private final float[] behind;

    /** What stands before something in a text, and behind it. */
    record Sides(String before, String behind) {

        static final Sides NONE = new Sides("", "");
    }

    private FactFeatures(int[] signs, int[] grams, int[] farGrams, float[] before, float[] behind) {
        this.signs = signs;
        this.grams = grams;
        this.farGrams = farGrams;
        this.before = before;
        this.behind = behind;
    }

    /**
     * The features of what is told at a place in a text.
     *
     * @param signs what is known of it beside, each a name
     * @param within what it is written as, if that tells anything
     * @param near what stands nearby
     * @param far what stands nearby and further away, of which only sequences of letters count; may be empty
     */
    static FactFeatures of(TokenVectors vectors, List<String> signs, String within, Sides near, Sides far) {
        String before = near.before;
        String behind = near.behind;
        int[] grams = joined(
                hashed(before, BEFORE),
                hashed(before.substring(Math.max(0, before.length() - NEAR)), NEAR_BEFORE),
                hashed(within, WITHIN),
                hashed(behind, BEHIND),
                hashed(behind.substring(0, Math.min(behind.length(), NEAR)), NEAR_BEHIND));
        int[] farGrams = joined(
                hashed(far.before, FAR_BEFORE, SHORTEST_FAR_GRAM), hashed(far.behind, FAR_BEHIND, SHORTEST_FAR_GRAM));
        return new FactFeatures(
                signs.stream()
                        .mapToInt(sign -> slot(sign.hashCode()))
                        .distinct()
                        .toArray(),
                grams,
                farGrams,
                PassageModel.normalise(vectors.encode(before)),
                PassageModel.normalise(vectors.encode(behind)));
    }

    private static int[] joined(int[]... parts) {
        var joined = new int[Stream.of(parts).mapToInt(part -> part.length).sum()];
        int size = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, joined, size, part.length);
            size += part.length;
        }
        return joined;
    }

    private static int[] hashed(String text, int salt) {
        return hashed(text, salt, SHORTEST_GRAM);
    }

    private static int[] hashed(String text, int salt, int shortest) {
        int[] grams = LetterGrams.of(digitless(text), shortest, LONGEST_GRAM);
        for (int i = 0; i < grams.length; i++) {
            grams[i] = slot(grams[i] ^ salt);
        }
        return grams;
    }

    /** Every digit as 0, white space as a space; {@link LetterGrams} makes no difference between upper and lower case. */
    private static String digitless(String text) {
        char[] plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            char c = plain[i];
            plain[i] = Character.isDigit(c) ? '0' : Character.isWhitespace(c) ? ' ' : c;
        }
        return new String(plain);
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(HASHED));
    }

    /**
     * Number of features: those hashed, two meanings, and one that is always 1.
     *
     * @param dimensions of a meaning
     */
    public static int size(int dimensions) {
        return HASHED + 2 * dimensions + 1;
    }

    /**
     * The sum of all features, weighed.
     *
     * @throws IllegalArgumentException if the weights are of other features
     */
    public double sum(double[] weights) {
        if (weights.length != size(before.length)) {
            throw new IllegalArgumentException(weights.length + " weights of " + size(before.length) + " features");
        }
        double sum = weights[weights.length - 1];
        for (int sign : signs) {
            sum += weights[sign];
        }
        double letters = sum(weights, grams);
        double farLetters = sum(weights, farGrams);
        double meaning = 0;
        for (int i = 0; i < before.length; i++) {
            meaning += weights[HASHED + i] * before[i] + weights[HASHED + before.length + i] * behind[i];
        }
        return sum + GRAM * letters + FAR_GRAM * farLetters + MEANING * meaning;
    }

    private static double sum(double[] weights, int[] slots) {
        double sum = 0;
        for (int slot : slots) {
            sum += weights[slot];
        }
        return sum;
    }

    /** Adds all features, times a factor. */
    public void addTo(double[] totals, double factor) {
        totals[totals.length - 1] += factor;
        for (int sign : signs) {
            totals[sign] += factor;
        }
        for (int gram : grams) {
            totals[gram] += factor * GRAM;
        }
        for (int gram : farGrams) {
            totals[gram] += factor * FAR_GRAM;
        }
        for (int i = 0; i < before.length; i++) {
            totals[HASHED + i] += factor * MEANING * before[i];
            totals[HASHED + before.length + i] += factor * MEANING * behind[i];
        }
    }
}
