package org.lintas.lab.topic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lintas.topic.FeatureVector;
import org.lintas.topic.TopicFeatures;
import org.lintas.topic.TopicModel;

/**
 * Fits the weights of {@link TopicModel} to examples: all of them in every step (Adam, Kingma and Ba 2015, arXiv:1412.6980), with
 * a penalty on squared weights that is the greater the rarer a kind of feature. No chance is involved.
 */
final class TopicRegression {

    private static final int STEPS = 150;
    private static final double RATE = 0.1;
    private static final double MEMORY = 0.9;
    private static final double LONG_MEMORY = 0.99;

    private static final double PENALTY_SHARED = 2;
    private static final double PENALTY_OF_TOPIC = 1;
    private static final double PENALTY_HASHED = 4;

    /**
     * A topic found in an article that was labelled.
     *
     * @param article number of the article
     * @param grade 0 absent, 1 mention, 2 main
     * @param weight how much it counts
     * @param candidate whether it may be emitted
     * @param hasTerm whether it has a term that is evidence
     */
    record Example(
            int article,
            String topic,
            int grade,
            double weight,
            boolean candidate,
            boolean hasTerm,
            FeatureVector features) {}

    private final List<Example> examples;
    private final int[] used;
    private final float[] weights = new float[TopicFeatures.SIZE * TopicModel.CLASSES];
    private final float[] gradient = new float[weights.length];
    private final float[] mean = new float[weights.length];
    private final float[] square = new float[weights.length];

    private TopicRegression(List<Example> examples) {
        this.examples = examples;
        var occurs = new boolean[TopicFeatures.SIZE];
        for (Example example : examples) {
            for (int i = 0; i < example.features.size(); i++) {
                occurs[example.features.index(i)] = true;
            }
            for (int i = 0; i < example.features.sharedSize(); i++) {
                occurs[example.features.shared(i)] = true;
            }
        }
        this.used = IntStream.range(0, occurs.length).filter(i -> occurs[i]).toArray();
    }

    /** Weights by feature and class. */
    static float[] fit(List<Example> examples) {
        var regression = new TopicRegression(examples);
        for (int step = 1; step <= STEPS; step++) {
            regression.computeGradient();
            regression.descend(step);
        }
        return regression.weights;
    }

    /** Examples of one article follow each other: its features of all topics are summed once. */
    private void computeGradient() {
        Arrays.fill(gradient, 0);
        for (int from = 0, to; from < examples.size(); from = to) {
            to = from + 1;
            while (to < examples.size() && examples.get(to).article == examples.get(from).article) {
                to++;
            }
            addGradient(examples.subList(from, to));
        }
    }

    private void addGradient(List<Example> article) {
        FeatureVector any = article.get(0).features;
        double sharedMention = 0;
        double sharedMain = 0;
        for (int i = 0; i < any.sharedSize(); i++) {
            int at = any.shared(i) * TopicModel.CLASSES;
            sharedMention += weights[at];
            sharedMain += weights[at + 1];
        }
        sharedMention *= any.gramValue();
        sharedMain *= any.gramValue();
        double mentionErrors = 0;
        double mainErrors = 0;
        for (Example example : article) {
            FeatureVector features = example.features;
            double mention = sharedMention;
            double main = sharedMain;
            for (int i = 0; i < features.size(); i++) {
                int at = features.index(i) * TopicModel.CLASSES;
                mention += weights[at] * features.value(i);
                main += weights[at + 1] * features.value(i);
            }
            TopicModel.Likelihood likelihood = TopicModel.softmax(mention, main);
            float mentionError = (float) (example.weight * (likelihood.mention() - (example.grade == 1 ? 1 : 0)));
            float mainError = (float) (example.weight * (likelihood.main() - (example.grade == 2 ? 1 : 0)));
            for (int i = 0; i < features.size(); i++) {
                int at = features.index(i) * TopicModel.CLASSES;
                gradient[at] += mentionError * features.value(i);
                gradient[at + 1] += mainError * features.value(i);
            }
            mentionErrors += mentionError;
            mainErrors += mainError;
        }
        for (int i = 0; i < any.sharedSize(); i++) {
            int at = any.shared(i) * TopicModel.CLASSES;
            gradient[at] += (float) (mentionErrors * any.gramValue());
            gradient[at + 1] += (float) (mainErrors * any.gramValue());
        }
    }

    private void descend(int step) {
        double rate = RATE * Math.sqrt(1 - (step - 1.0) / STEPS);
        double meanBias = 1 - StrictMath.pow(MEMORY, step);
        double squareBias = 1 - StrictMath.pow(LONG_MEMORY, step);
        for (int feature : used) {
            // The bias is free.
            double penalty = feature == 0
                    ? 0
                    : feature < TopicFeatures.SHARED
                            ? PENALTY_SHARED
                            : feature < TopicFeatures.PLAIN ? PENALTY_OF_TOPIC : PENALTY_HASHED;
            for (int at = feature * TopicModel.CLASSES; at < (feature + 1) * TopicModel.CLASSES; at++) {
                double slope = gradient[at] + penalty * weights[at];
                mean[at] = (float) (MEMORY * mean[at] + (1 - MEMORY) * slope);
                square[at] = (float) (LONG_MEMORY * square[at] + (1 - LONG_MEMORY) * slope * slope);
                weights[at] -= (float) (rate * (mean[at] / meanBias) / (Math.sqrt(square[at] / squareBias) + 1e-6));
            }
        }
    }
}
