package org.lintas.topic.passage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What an article's beginning says about each topic, as log odds by number of the topic. */
public final class PassageScores {

    private final List<Passage> passages;
    private final List<float[]> each;
    private final float[] opening;
    private final float[] whole;

    private PassageScores(List<Passage> passages, List<float[]> each, float[] opening, float[] whole) {
        this.passages = passages;
        this.each = each;
        this.opening = opening;
        this.whole = whole;
    }

    /**
     * A passage and what it says.
     *
     * @param probability that a text of this passage is about the topic
     */
    public record Said(Passage passage, double probability) {}

    public static PassageScores of(PassageModel model, PassageVectors vectors) {
        return new PassageScores(
                vectors.passages(),
                vectors.each().stream().map(model::logOdds).toList(),
                model.logOdds(vectors.opening()),
                model.logOdds(vectors.whole()));
    }

    /** Number of passages. */
    public int size() {
        return passages.size();
    }

    /** Log odds of the headline and first sentences. */
    public float opening(int topic) {
        return opening[topic];
    }

    /** Log odds of all passages together. */
    public float whole(int topic) {
        return whole[topic];
    }

    /** Log odds of the first passage, which is the headline if there is one; there must be a passage. */
    public float first(int topic) {
        return each.get(0)[topic];
    }

    /** The greatest log odds of a topic among the passages; minus infinity where there are none. */
    public float best(int topic) {
        float best = Float.NEGATIVE_INFINITY;
        for (float[] passage : each) {
            best = Math.max(best, passage[topic]);
        }
        return best;
    }

    /** The greatest log odds of a topic in a passage, the opening or all together; minus infinity where there is no passage. */
    public float most(int topic) {
        return passages.isEmpty()
                ? Float.NEGATIVE_INFINITY
                : Math.max(best(topic), Math.max(opening[topic], whole[topic]));
    }

    /** Number of passages with at least these log odds of a topic. */
    public int count(int topic, double least) {
        return (int) each.stream().filter(passage -> passage[topic] >= least).count();
    }

    /** The passages that say most about a topic, the first of equals first. */
    public List<Said> saying(int topic, int most) {
        return IntStream.range(0, passages.size())
                .mapToObj(i -> new Said(passages.get(i), probability(each.get(i)[topic])))
                .sorted(Comparator.comparingDouble(said -> -said.probability))
                .limit(most)
                .toList();
    }

    /** The probability of log odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
