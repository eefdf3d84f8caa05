package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.ReportVectors;
import org.lintas.record.Draft;
import org.lintas.text.Language;
import org.lintas.topic.passage.TokenVectors;

/**
 * Fits what each token counts in {@link ReportVectors}: a headline shall be nearer to its own text than to those of other articles of the same language
 * and topic. Cross-entropy of the cosines in a batch, both ways (van den Oord et al. 2018, arXiv:1807.03748), Adam (Kingma and Ba 2015,
 * arXiv:1412.6980); the vectors of the tokens stay, so that languages stay aligned.
 *
 * <p>Usage: {@code TrainTokenWeights CORPUS FILE}: a corpus of real articles in all languages; the file of weights to be written. One article of ten is
 * kept apart. {@link MakeMeaningCentres} and {@link TrainLinkModel} come after it.
 */
public final class TrainTokenWeights {

    private static final int EPOCHS = 8;
    private static final int BATCH = 384;
    private static final int SMALLEST_BATCH = 60;

    /** How much of a text is read: more than a report has, so that more tokens are seen. */
    private static final int LETTERS = 1_200;

    private static final int CHARACTERS = 480;
    private static final int SHORTEST_TITLE = 4;
    private static final int SHORTEST_TEXT = 30;
    private static final int APART = 10;
    private static final double CERTAINTY = 25;
    private static final double RATE = 0.01;
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double TINY = 1e-8;
    private static final long SEED = 15;

    /** The tokens of an article. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Example(String topic, int[] title, int[] text) {}

    /** The vector of a text. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Encoded(int[] tokens, double[] unit, double length) {}

    private final TokenVectors vectors = TokenVectors.load();
    private final int dimensions = vectors.dimensions();
    private final float[] rows = vectors.rows();
    private final double[] logarithms = new double[vectors.size()];
    private final double[] gradient = new double[vectors.size()];
    private final double[] mean = new double[vectors.size()];
    private final double[] square = new double[vectors.size()];
    private final Random random = new Random(SEED);
    private int steps;

    private TrainTokenWeights() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: TrainTokenWeights CORPUS FILE");
        }
        new TrainTokenWeights().run(Path.of(args[0]), Path.of(args[1]));
    }

    private void run(Path corpus, Path file) throws IOException {
        Map<String, List<Example>> fitted = new TreeMap<>();
        Map<String, List<Example>> apart = new TreeMap<>();
        CorpusDrafts.forEach(FinishedCorpus.open("CORPUS", new Layout(corpus.toString())), draft -> {
            Example example = example(draft);
            if (example.title.length >= SHORTEST_TITLE && example.text.length >= SHORTEST_TEXT) {
                boolean isApart = Math.floorMod(draft.getArticleId().hashCode(), APART) == 0;
                (isApart ? apart : fitted)
                        .computeIfAbsent(draft.getLanguage(), any -> new ArrayList<>())
                        .add(example);
            }
        });
        List<List<Example>> measured = batches(apart);
        print("before", measured);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            batches(fitted).forEach(this::fit);
        }
        print("after", measured);
        var bytes = new byte[logarithms.length];
        for (int i = 0; i < bytes.length; i++) {
            long rounded = Math.round(logarithms[i] * ReportVectors.SCALE);
            bytes[i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, rounded));
        }
        Files.write(file, bytes);
    }

    private Example example(Draft draft) {
        boolean isHan = draft.getLanguage().equals(Language.CHINESE.code());
        String text = draft.getText();
        return new Example(
                draft.getTopics().isEmpty() ? "" : draft.getTopics().get(0).getTopic(),
                vectors.tokens(draft.getTitle() == null ? "" : draft.getTitle()),
                vectors.tokens(text.substring(0, Math.min(text.length(), isHan ? CHARACTERS : LETTERS))));
    }

    /** Articles of one language, most of them of one topic. */
    private List<List<Example>> batches(Map<String, List<Example>> byLanguage) {
        List<List<Example>> batches = new ArrayList<>();
        for (List<Example> all : byLanguage.values()) {
            List<Example> sorted = new ArrayList<>(all);
            Collections.shuffle(sorted, random);
            sorted.sort(Comparator.comparing(Example::topic));
            for (int i = 0; i + SMALLEST_BATCH <= sorted.size(); i += BATCH) {
                batches.add(sorted.subList(i, Math.min(sorted.size(), i + BATCH)));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private void fit(List<Example> batch) {
        List<Encoded> titles =
                batch.stream().map(example -> encoded(example.title)).toList();
        List<Encoded> texts =
                batch.stream().map(example -> encoded(example.text)).toList();
        double[][] slopes = slopes(titles, texts);
        Arrays.fill(gradient, 0);
        for (int i = 0; i < batch.size(); i++) {
            var ofTitle = new double[dimensions];
            var ofText = new double[dimensions];
            for (int j = 0; j < batch.size(); j++) {
                addTo(ofTitle, texts.get(j).unit, slopes[i][j]);
                addTo(ofText, titles.get(j).unit, slopes[j][i]);
            }
            descend(titles.get(i), ofTitle);
            descend(texts.get(i), ofText);
        }
        step();
    }

    private Encoded encoded(int[] tokens) {
        var sum = new double[dimensions];
        for (int token : tokens) {
            double weight = Math.exp(logarithms[token]);
            for (int d = 0; d < dimensions; d++) {
                sum[d] += weight * rows[token * dimensions + d];
            }
        }
        double length = Math.sqrt(dot(sum, sum)) + TINY;
        for (int d = 0; d < dimensions; d++) {
            sum[d] /= length;
        }
        return new Encoded(tokens, sum, length);
    }

    /** What the loss rises by with the cosine of each headline and text. */
    private static double[][] slopes(List<Encoded> titles, List<Encoded> texts) {
        int size = titles.size();
        var likely = new double[size][size];
        var ofRow = new double[size];
        var ofColumn = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                // Cosines are at most one: this does not overflow.
                likely[i][j] = Math.exp(CERTAINTY * (dot(titles.get(i).unit, texts.get(j).unit) - 1));
                ofRow[i] += likely[i][j];
                ofColumn[j] += likely[i][j];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double own = i == j ? 2 : 0;
                likely[i][j] = CERTAINTY * (likely[i][j] / ofRow[i] + likely[i][j] / ofColumn[j] - own) / (2 * size);
            }
        }
        return likely;
    }

    /** Adds to the gradient of each token's weight. */
    private void descend(Encoded text, double[] slope) {
        double along = dot(slope, text.unit);
        for (int token : text.tokens) {
            double sum = 0;
            for (int d = 0; d < dimensions; d++) {
                sum += rows[token * dimensions + d] * (slope[d] - along * text.unit[d]);
            }
            gradient[token] += sum * Math.exp(logarithms[token]) / text.length;
        }
    }

    private void step() {
        steps++;
        for (int i = 0; i < logarithms.length; i++) {
            mean[i] = FIRST_DECAY * mean[i] + (1 - FIRST_DECAY) * gradient[i];
            square[i] = SECOND_DECAY * square[i] + (1 - SECOND_DECAY) * gradient[i] * gradient[i];
            double first = mean[i] / (1 - Math.pow(FIRST_DECAY, steps));
            double second = square[i] / (1 - Math.pow(SECOND_DECAY, steps));
            logarithms[i] -= RATE * first / (Math.sqrt(second) + TINY);
        }
    }

    private static void addTo(double[] sum, double[] vector, double weight) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += weight * vector[d];
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }

    private void print(String when, List<List<Example>> measured) {
        int found = 0;
        int all = 0;
        for (List<Example> batch : measured) {
            List<Encoded> texts =
                    batch.stream().map(example -> encoded(example.text)).toList();
            for (int i = 0; i < batch.size(); i++) {
                double[] title = encoded(batch.get(i).title).unit;
                int nearest = IntStream.range(0, texts.size())
                        .boxed()
                        .max(Comparator.comparingDouble(j -> dot(title, texts.get(j).unit)))
                        .orElseThrow();
                found += nearest == i ? 1 : 0;
                all++;
            }
        }
        System.out.printf(
                "%s: of %d headlines kept apart %.3f are nearest to their own text%n", when, all, (double) found / all);
    }
}
