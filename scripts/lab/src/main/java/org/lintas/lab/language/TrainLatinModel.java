package org.lintas.lab.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lintas.language.LatinModel;
import org.lintas.language.LatinModel.Calibration;
import org.lintas.language.LatinModel.Column;
import org.lintas.language.LatinWords;

/**
 * Trains the model for languages in Latin script by stochastic gradient descent with a fixed seed: the same texts give the same
 * bytes. A first model, trained on four fifths of the texts, is calibrated on the last; the second is trained on all.
 *
 * <p>Usage: {@code TrainLatinModel ARTICLES TEXTS MODEL}, where ARTICLES and TEXTS are the folders of {@link TrainingTexts}.
 */
public final class TrainLatinModel {

    private static final long SEED = 20_251_016;
    private static final int STEPS = 800_000;
    private static final double RATE = 0.6;
    private static final int FOLDS = 5;

    /** Lengths of the passages trained on, in words: the model must know short texts as well. */
    private static final int[] LENGTHS = {6, 12, 25, 50, 100};

    /** In a language with both, one sentence comes on so many articles. */
    private static final int SENTENCES_AMONG_ARTICLES = 4;

    /** Passages with a part in another language, which must not win. */
    private static final double MIXED = 0.2;

    private static final double MAX_MINOR_PART = 0.4;

    /** Features of whole words left out, lest languages with few sentences be known by the words of these alone. */
    private static final double WORDS_LEFT_OUT = 0.3;

    /** Languages that are hard to tell apart, or have many texts, are shown more often. */
    private static final Map<String, Integer> PARTS = Map.of("id", 4, "ms", 4, "en", 2, "tl", 2);

    private static final int COMMON_WORDS = 8_000;

    /** Share of the texts of a language that have a common word, at least. */
    private static final double MIN_TEXTS = 0.001;

    private final List<String> codes;
    private final List<List<List<String>>> texts;
    private final Map<String, int[]> features = new HashMap<>();
    private final float[] weights;
    private final Random random = new Random(SEED);

    private TrainLatinModel(Map<String, List<List<String>>> texts) {
        this.codes = List.copyOf(texts.keySet());
        this.texts = List.copyOf(texts.values());
        this.weights = new float[LatinWords.BUCKETS * codes.size()];
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: TrainLatinModel ARTICLES TEXTS MODEL");
        }
        var training = new TrainingTexts(Path.of(args[0]), Path.of(args[1]));
        Map<String, List<List<String>>> articles = training.articles();
        Map<String, List<List<String>>> sentences = training.sentences();
        // Where there are articles, they are what the model is for.
        Map<String, List<List<String>>> rest = folds(sentences, true);
        rest.putAll(folds(articles, true));
        var usualShares = new HashMap<String, Double>();
        rest.keySet().forEach(code -> usualShares.put(code, 1.0));
        LatinModel draft = new TrainLatinModel(both(folds(articles, false), folds(sentences, false)))
                .model(new Calibration(1, 1, 0), usualShares);
        var calibrator = new Calibrator(draft, rest);
        usualShares.putAll(calibrator.usualShares());
        Calibration calibration = calibrator.calibrate(usualShares);
        Map<String, List<List<String>>> texts = both(articles, sentences);
        LatinModel model = new TrainLatinModel(texts).model(calibration, usualShares);
        try (var out = Files.newOutputStream(Path.of(args[2]))) {
            model.write(out);
        }
        System.out.println(calibration);
        texts.forEach((code, all) ->
                System.out.printf("%s: %d texts, usual share %.3f%n", code, all.size(), usualShares.get(code)));
    }

    /** Articles and sentences; in a language with both the sentences so often that one comes on four articles. */
    private static Map<String, List<List<String>>> both(
            Map<String, List<List<String>>> articles, Map<String, List<List<String>>> sentences) {
        var both = new TreeMap<>(articles);
        sentences.forEach((code, some) -> both.merge(code, some, (many, few) -> {
            var all = new ArrayList<>(many);
            for (int i = 0; i < many.size() / SENTENCES_AMONG_ARTICLES / few.size(); i++) {
                all.addAll(few);
            }
            return all;
        }));
        return both;
    }

    private static Map<String, List<List<String>>> folds(Map<String, List<List<String>>> texts, boolean last) {
        var folds = new TreeMap<String, List<List<String>>>();
        texts.forEach((code, all) -> {
            var fold = new ArrayList<List<String>>();
            for (int i = 0; i < all.size(); i++) {
                // In pairs: a sentence and its twin without accents belong together.
                if ((i / 2 % FOLDS == FOLDS - 1) == last) {
                    fold.add(all.get(i));
                }
            }
            folds.put(code, fold);
        });
        return folds;
    }

    private LatinModel model(Calibration calibration, Map<String, Double> usualShares) {
        int[] lots = codes.stream()
                .flatMapToInt(
                        code -> IntStream.generate(() -> codes.indexOf(code)).limit(PARTS.getOrDefault(code, 1)))
                .toArray();
        for (int i = 0; i < STEPS; i++) {
            int label = lots[random.nextInt(lots.length)];
            step(passage(label), label, RATE * (1 - (double) i / STEPS));
        }
        return rounded(calibration, usualShares);
    }

    /** A passage of a language, in some cases with a smaller part in another. */
    private List<String> passage(int label) {
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        var words = new ArrayList<String>();
        if (random.nextDouble() < MIXED) {
            take(words, random.nextInt(codes.size()), (int) (length * MAX_MINOR_PART * random.nextDouble()));
        }
        take(words, label, length);
        return words;
    }

    /** Adds stretches of texts of a language until there are enough words. */
    private void take(List<String> words, int label, int length) {
        List<List<String>> ofLanguage = texts.get(label);
        while (words.size() < length) {
            List<String> text = ofLanguage.get(random.nextInt(ofLanguage.size()));
            int size = Math.min(length - words.size(), text.size());
            int from = random.nextInt(text.size() - size + 1);
            words.addAll(text.subList(from, from + size));
        }
    }

    private void step(List<String> words, int label, double rate) {
        int size = codes.size();
        var scores = new double[size];
        var ofWords = new ArrayList<int[]>(words.size());
        int count = 0;
        boolean wholeWords = random.nextDouble() >= WORDS_LEFT_OUT;
        for (String word : words) {
            int[] ofWord = features.computeIfAbsent(word, LatinWords::features);
            ofWords.add(ofWord);
            for (int i = wholeWords ? 0 : 1; i < ofWord.length; i++) {
                int at = ofWord[i] * size;
                for (int c = 0; c < size; c++) {
                    scores[c] += weights[at + c];
                }
                count++;
            }
        }
        double unit = 1 / Math.sqrt(count);
        for (int c = 0; c < size; c++) {
            scores[c] *= unit;
        }
        double[] probabilities = LatinModel.softmax(scores, 1);
        var gradient = new float[size];
        for (int c = 0; c < size; c++) {
            gradient[c] = (float) (rate * unit * ((c == label ? 1 : 0) - probabilities[c]));
        }
        for (int[] ofWord : ofWords) {
            for (int i = wholeWords ? 0 : 1; i < ofWord.length; i++) {
                int at = ofWord[i] * size;
                for (int c = 0; c < size; c++) {
                    weights[at + c] += gradient[c];
                }
            }
        }
    }

    /** The model with weights of a byte each. */
    private LatinModel rounded(Calibration calibration, Map<String, Double> usualShares) {
        int size = codes.size();
        var bytes = new byte[weights.length];
        var columns = new ArrayList<Column>();
        for (int c = 0; c < size; c++) {
            float max = 0;
            for (int at = c; at < weights.length; at += size) {
                max = Math.max(max, Math.abs(weights[at]));
            }
            for (int at = c; at < weights.length; at += size) {
                bytes[at] = (byte) Math.round(weights[at] / max * Byte.MAX_VALUE);
            }
            columns.add(new Column(
                    codes.get(c), max / Byte.MAX_VALUE, usualShares.get(codes.get(c)), commonWords(texts.get(c))));
        }
        return new LatinModel(calibration, columns, bytes);
    }

    /** The words that occur in most texts of a language. */
    private static Set<String> commonWords(List<List<String>> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<String> text : texts) {
            new HashSet<>(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .filter(e -> e.getValue() >= MIN_TEXTS * texts.size())
                .limit(COMMON_WORDS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
