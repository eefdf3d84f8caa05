package org.lintas.topic.passage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What an article's beginning says about each topic, as log odds by number of the topic. For use by one thread. */
public final class PassageScores {

    private final PassageModel model;
    private final PassageVectors vectors;
    private final float[] opening;

    /** Log odds of all passages together and by passage; null until they are asked for. */
    private float[] whole;

    private List<float[]> each;

    private PassageScores(PassageModel model, PassageVectors vectors) {
        this.model = model;
        this.vectors = vectors;
        this.opening = model.logOdds(vectors.opening());
    }

    /**
     * A passage and what it says.
     *
     * @param probability that a text of this passage is about the topic
     */
    public record Said(Passage passage, double probability) {}

    public static PassageScores of(PassageModel model, PassageVectors vectors) {
        return new PassageScores(model, vectors);
    }

    private List<float[]> each() {
        if (each == null) {
            each = vectors.each().stream().map(model::logOdds).toList();
        }
        return each;
    }

    /** Number of passages. */
    public int size() {
        return vectors.passages().size();
    }

    /** Log odds of the headline and first sentences; minus infinity where there is no passage. */
    public float opening(int topic) {
        return size() == 0 ? Float.NEGATIVE_INFINITY : opening[topic];
    }

    /** Log odds of all passages together. */
    public float whole(int topic) {
        if (whole == null) {
            whole = model.logOdds(vectors.whole());
        }
        return whole[topic];
    }

    /** Log odds of the first passage, which is the headline if there is one; there must be a passage. */
    public float first(int topic) {
        return each().get(0)[topic];
    }

    /** The greatest log odds of a topic among the passages; minus infinity where there are none. */
    public float best(int topic) {
        float best = Float.NEGATIVE_INFINITY;
        for (float[] passage : each()) {
            best = Math.max(best, passage[topic]);
        }
        return best;
    }

    /** Number of passages with at least these log odds of a topic. */
    public int count(int topic, double least) {
        return (int) each().stream().filter(passage -> passage[topic] >= least).count();
    }

    /** The passages that say most about a topic, the first of equals first. */
    public List<Said> saying(int topic, int most) {
        return IntStream.range(0, size())
                .mapToObj(i -> new Said(vectors.passages().get(i), probability(each().get(i)[topic])))
                .sorted(Comparator.comparingDouble(said -> -said.probability))
                .limit(most)
                .toList();
    }

    /** The probability of log odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
