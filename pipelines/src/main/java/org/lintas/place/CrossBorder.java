package org.lintas.place;

/**
 * Decides whether the crime that an article tells of crosses a border, by the signs of {@link BorderSigns} and by its letters: countries that
 * goods, people or money come from, pass or go to, or that suspects and victims are of, and words that say so by themselves, in the headline,
 * the opening and the sentences of the topic's evidence. A country that only an expert, a study or a comparison is of hardly counts.
 *
 * <p>What the signs and letters weigh was learned from articles labelled by reading. China, Hong Kong, Macau and Taiwan are often named side
 * by side: between them a border is crossed only where something moves or a word says so.
 */
final class CrossBorder {

    /** Written into the file metadata of every dataset that depends on it. */
    static final String VERSION = "crossing-3";

    /** Probability from which on a border is crossed. */
    private static final double LIKELY = .5;

    private final BorderWords words = new BorderWords();

    /** Whether the crime crosses a border. */
    boolean isCrossed(CrimeReport report) {
        return probability(report) >= LIKELY;
    }

    double probability(CrimeReport report) {
        return CrossingModel.shipped().probability(features(report));
    }

    CrossingFeatures features(CrimeReport report) {
        return new CrossingFeatures(BorderSigns.of(report, words.in(report.language(), report.text())), report);
    }
}
