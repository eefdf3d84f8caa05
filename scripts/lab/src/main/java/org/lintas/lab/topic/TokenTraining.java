package org.lintas.lab.topic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.lintas.topic.passage.Passage;
import org.lintas.topic.passage.PassageModel;
import org.lintas.topic.passage.PassageVectors;
import org.lintas.topic.passage.TokenVectors;

/**
 * Fits the vectors of tokens together with the {@link PassageModel} over them, from vectors on that point where an encoder would: the network alone
 * cannot tell apart what their sum has lost. Logistic loss of each topic, small batches, Adam as in {@link Layer}, which for a token remembers the
 * batches only that it occurs in. Tokens and hidden units are left out by chance (Srivastava et al. 2014, JMLR 15), with a fixed seed.
 */
final class TokenTraining {

    private static final int HIDDEN = 128;
    private static final int EPOCHS = 20;
    private static final int BATCH = 100;
    private static final double RATE = 0.002;

    /** Rate of the vectors, in relation to the mean size of their components. */
    private static final double TOKEN_RATE = 0.017;

    private static final double TOKEN_DECAY = 0.1;
    private static final double TOKENS_LEFT_OUT = 0.4;
    private static final double UNITS_LEFT_OUT = 0.3;
    private static final float NORM = 8;
    private static final long SEED = 15;

    /** Passages of an article without topics that are used. */
    private static final int PASSAGES = 6;

    /**
     * What was fitted.
     *
     * @param vectors the table, as it is read when it has been written
     */
    record Fitted(TokenVectors vectors, PassageModel model) {}

    /**
     * A text and what it is about.
     *
     * @param about for each topic 1, 0, or -1 where the text may count for either
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Example(int[] tokens, byte[] about, float weight) {}

    private final TokenVectors base;
    private final int dimensions;
    private final float[] rows;
    private final float[] start;
    private final float[] gradient;
    private final float[] mean;
    private final float[] square;
    private final boolean[] isTouched;
    private final int[] touched;
    private int touchedSize;
    private final Layer inner;
    private final Layer outer;
    private final double tokenRate;
    private final Random random = new Random(SEED);
    private final List<Example> examples = new ArrayList<>();

    private TokenTraining(TokenVectors base) {
        this.base = base;
        this.dimensions = base.dimensions();
        this.start = base.rows();
        this.rows = start.clone();
        this.gradient = new float[rows.length];
        this.mean = new float[rows.length];
        this.square = new float[rows.length];
        this.isTouched = new boolean[rows.length / dimensions];
        this.touched = new int[isTouched.length];
        this.inner = new Layer(dimensions, HIDDEN, random);
        this.outer = new Layer(HIDDEN, PassageTraining.TOPICS, random);
        this.tokenRate = TOKEN_RATE
                * IntStream.range(0, start.length)
                        .mapToDouble(i -> Math.abs(start[i]))
                        .sum()
                / start.length;
    }

    /** Vectors and model of some articles. */
    static Fitted fit(List<LabelledArticle> articles, TokenVectors base) {
        var training = new TokenTraining(base.copy());
        articles.forEach(training::add);
        training.run();
        var bytes = new ByteArrayOutputStream();
        try {
            base.writeRows(training.rows, bytes);
            TokenVectors vectors = base.readRows(new ByteArrayInputStream(bytes.toByteArray()));
            var model = new PassageModel(
                    training.dimensions,
                    HIDDEN,
                    PassageTraining.TOPICS,
                    training.inner.weights(),
                    training.outer.weights());
            return new Fitted(vectors, model);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    private void add(LabelledArticle article) {
        PassageVectors text = PassageVectors.of(base, article.language(), article.title(), article.text());
        byte[] about = PassageTraining.about(article);
        List<Passage> opening = text.openingPassages();
        add(text, opening, about, PassageTraining.weight(article));
        if (article.isWritten() && opening.size() < text.passages().size()) {
            add(text, text.passages(), about, PassageTraining.WHOLE);
        }
        if (article.main().isEmpty() && article.mention().isEmpty()) {
            text.passages().stream()
                    .limit(PASSAGES)
                    .forEach(passage -> add(text, List.of(passage), about, PassageTraining.PASSAGE));
        }
    }

    private void add(PassageVectors text, List<Passage> passages, byte[] about, float weight) {
        int[] tokens = passages.stream()
                .flatMapToInt(passage -> Arrays.stream(base.tokens(text.text(passage))))
                .toArray();
        if (tokens.length > 0) {
            examples.add(new Example(tokens, about, weight));
        }
    }

    private void run() {
        int steps = (examples.size() + BATCH - 1) / BATCH * EPOCHS;
        int step = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(examples, random);
            for (int from = 0; from < examples.size(); from += BATCH) {
                examples.subList(from, Math.min(examples.size(), from + BATCH)).forEach(this::addGradient);
                step++;
                double share = 1 - (step - 1.0) / steps;
                inner.descend(step, RATE * share, BATCH);
                outer.descend(step, RATE * share, BATCH);
                descend(step, tokenRate * share);
            }
        }
    }

    private void addGradient(Example example) {
        int[] kept = Arrays.stream(example.tokens)
                .filter(token -> random.nextDouble() >= TOKENS_LEFT_OUT)
                .toArray();
        var sum = new float[dimensions];
        for (int token : kept) {
            for (int d = 0; d < dimensions; d++) {
                sum[d] += rows[token * dimensions + d];
            }
        }
        float length = (float) Math.sqrt(product(sum, sum));
        if (length == 0) {
            return;
        }
        float[] in = PassageModel.normalise(sum);
        float[] units = PassageModel.rectify(PassageModel.layer(in, inner.weights(), dimensions, HIDDEN));
        var use = new float[HIDDEN];
        for (int i = 0; i < HIDDEN; i++) {
            use[i] = random.nextDouble() < UNITS_LEFT_OUT ? 0 : (float) (1 / (1 - UNITS_LEFT_OUT));
            units[i] *= use[i];
        }
        float[] logOdds = PassageModel.layer(units, outer.weights(), HIDDEN, PassageTraining.TOPICS);
        float[] unitErrors = outer.back(units, PassageTraining.errors(logOdds, example.about, example.weight));
        for (int i = 0; i < HIDDEN; i++) {
            unitErrors[i] = units[i] > 0 ? unitErrors[i] * use[i] : 0;
        }
        addGradient(kept, inner.back(in, unitErrors), in, NORM / length);
    }

    /** The errors of the normalised sum, brought back to the vectors that it is of: what lies along it makes no difference. */
    private void addGradient(int[] tokens, float[] errors, float[] in, float factor) {
        float along = product(errors, in) / (NORM * NORM);
        var slope = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            slope[d] = factor * (errors[d] - along * in[d]);
        }
        for (int token : tokens) {
            if (!isTouched[token]) {
                isTouched[token] = true;
                touched[touchedSize++] = token;
            }
            for (int d = 0; d < dimensions; d++) {
                gradient[token * dimensions + d] += slope[d];
            }
        }
    }

    private static float product(float[] a, float[] b) {
        float sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    /** Takes a step with the vectors of the tokens that occurred, which are drawn to where they started. */
    private void descend(int step, double rate) {
        float meanFactor = (float) (rate / (1 - StrictMath.pow(Layer.MEMORY, step)));
        float squareFactor = (float) (1 / (1 - StrictMath.pow(Layer.LONG_MEMORY, step)));
        float drawn = (float) (rate * TOKEN_DECAY);
        for (int t = 0; t < touchedSize; t++) {
            int from = touched[t] * dimensions;
            isTouched[touched[t]] = false;
            for (int i = from; i < from + dimensions; i++) {
                float slope = gradient[i] / BATCH;
                mean[i] = (float) Layer.MEMORY * mean[i] + (float) (1 - Layer.MEMORY) * slope;
                square[i] = (float) Layer.LONG_MEMORY * square[i] + (float) (1 - Layer.LONG_MEMORY) * slope * slope;
                rows[i] += drawn * (start[i] - rows[i])
                        - meanFactor * mean[i] / ((float) Math.sqrt(square[i] * squareFactor) + 1e-8f);
                gradient[i] = 0;
            }
        }
        touchedSize = 0;
    }
}
