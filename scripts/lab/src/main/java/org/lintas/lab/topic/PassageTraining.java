package org.lintas.lab.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lintas.topic.Taxonomy;
import org.lintas.topic.passage.PassageEncoder;
import org.lintas.topic.passage.PassageModel;
import org.lintas.topic.passage.PassageScores;
import org.lintas.topic.passage.PassageVectors;

/**
 * Fits {@link PassageModel} to vectors that stay as they are, those of a sentence encoder: logistic loss of each topic, small batches. The order of
 * the examples and the first weights come from a fixed seed.
 */
final class PassageTraining {

    private static final int HIDDEN = 64;
    private static final int EPOCHS = 30;
    private static final int BATCH = 100;
    private static final double RATE = 0.002;
    private static final long SEED = 15;

    /** How much an opening or a whole text counts, and a passage of an article without topics. */
    static final float WHOLE = 0.5f;

    static final float PASSAGE = 0.15f;

    static final int TOPICS = Taxonomy.builtIn().topics().size();

    /** A text and what it is about. */
    private static final class Example {
        /** As the model takes it. */
        private final float[] vector;

        /** For each topic 1, 0, or -1 where the text may count for either. */
        private final byte[] about;

        private final float weight;

        Example(float[] vector, byte[] about, float weight) {
            this.vector = vector;
            this.about = about;
            this.weight = weight;
        }
    }

    private final List<Example> examples = new ArrayList<>();
    private final int inputs;
    private final Layer inner;
    private final Layer outer;

    private PassageTraining(int inputs) {
        var random = new Random(SEED);
        this.inputs = inputs;
        this.inner = new Layer(inputs, HIDDEN, random);
        this.outer = new Layer(HIDDEN, TOPICS, random);
    }

    /** The model of some articles. */
    static PassageModel fit(List<LabelledArticle> articles, PassageEncoder encoder) {
        var training = new PassageTraining(encoder.dimensions());
        for (LabelledArticle article : articles) {
            training.add(article, PassageVectors.of(encoder, article.language(), article.title(), article.text()));
        }
        training.run();
        return new PassageModel(training.inputs, HIDDEN, TOPICS, training.inner.weights(), training.outer.weights());
    }

    private void add(LabelledArticle article, PassageVectors vectors) {
        byte[] about = about(article);
        examples.add(new Example(vectors.opening(), about, weight(article)));
        if (article.isWritten()) {
            examples.add(new Example(vectors.whole(), about, WHOLE));
        }
        if (article.main().isEmpty() && article.mention().isEmpty()) {
            vectors.each().forEach(vector -> examples.add(new Example(vector, about, PASSAGE)));
        }
    }

    /** For each topic 1, 0, or -1 where the text may count for either. */
    static byte[] about(LabelledArticle article) {
        var about = new byte[TOPICS];
        for (int i = 0; i < TOPICS; i++) {
            String topic = Taxonomy.builtIn().topics().get(i);
            about[i] = (byte)
                    (article.main().contains(topic) ? 1 : article.mention().contains(topic) ? -1 : 0);
        }
        return about;
    }

    /** How much the opening of an article counts. */
    static float weight(LabelledArticle article) {
        return article.isWritten() ? WHOLE : (float) Math.min(1, article.weight() * 2) * WHOLE;
    }

    /** The slope of the loss by the log odds of each topic. */
    static float[] errors(float[] logOdds, byte[] about, float weight) {
        var errors = new float[TOPICS];
        for (int i = 0; i < TOPICS; i++) {
            double error = PassageScores.probability(logOdds[i]) - about[i];
            errors[i] = about[i] < 0 ? 0 : weight * (float) error;
        }
        return errors;
    }

    private void run() {
        var random = new Random(SEED);
        var order = new ArrayList<>(examples);
        int steps = (examples.size() + BATCH - 1) / BATCH * EPOCHS;
        int step = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int from = 0; from < order.size(); from += BATCH) {
                order.subList(from, Math.min(order.size(), from + BATCH)).forEach(this::addGradient);
                step++;
                double rate = RATE * (1 - (step - 1.0) / steps);
                inner.descend(step, rate, BATCH);
                outer.descend(step, rate, BATCH);
            }
        }
    }

    private void addGradient(Example example) {
        float[] units = PassageModel.rectify(PassageModel.layer(example.vector, inner.weights(), inputs, HIDDEN));
        float[] logOdds = PassageModel.layer(units, outer.weights(), HIDDEN, TOPICS);
        float[] unitErrors = outer.back(units, errors(logOdds, example.about, example.weight));
        for (int i = 0; i < HIDDEN; i++) {
            unitErrors[i] = units[i] > 0 ? unitErrors[i] : 0;
        }
        inner.back(example.vector, unitErrors);
    }
}
