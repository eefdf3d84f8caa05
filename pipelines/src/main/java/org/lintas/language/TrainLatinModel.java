package org.lintas.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Trains the model for languages in Latin script from articles of known language, by stochastic gradient descent with a fixed
 * seed: the same articles give the same model. A tenth of the articles is held out and scored.
 *
 * <p>Usage: {@code TrainLatinModel ARTICLES MODEL}, where ARTICLES holds {@code LANG.jsonl.gz} for each language.
 */
public final class TrainLatinModel {

    private static final long SEED = 20_251_016;
    private static final int PER_LANGUAGE = 3_000;
    private static final int EPOCHS = 4;
    private static final double RATE = 0.5;
    private static final int COMMON_WORDS = 250;

    /** Parts of an article that are examples too, in words: the model must know short texts as well. */
    private static final int SHORT_WORDS = 40;

    private record Example(int label, List<String> words) {}

    private TrainLatinModel() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: TrainLatinModel ARTICLES MODEL");
        }
        List<Example> examples = read(Path.of(args[0]));
        List<Example> heldOut = examples.subList(0, examples.size() / 10);
        List<Example> training = new ArrayList<>(examples.subList(examples.size() / 10, examples.size()));
        var model = new LatinModel(train(training), commonWords(training));
        try (var out = Files.newOutputStream(Path.of(args[1]))) {
            model.write(out);
        }
        report(model, heldOut, System.out);
    }

    private static List<Example> read(Path folder) throws IOException {
        var examples = new ArrayList<Example>();
        var json = new ObjectMapper();
        for (int label = 0; label < LatinModel.CLASSES.size(); label++) {
            var ofLanguage = new ArrayList<Example>();
            Path file = folder.resolve(LatinModel.CLASSES.get(label) + ".jsonl.gz");
            try (var in = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    JsonNode article = json.readTree(line);
                    List<String> words = LatinModel.words(article.path("text").asText());
                    if (words.size() >= SHORT_WORDS) {
                        ofLanguage.add(new Example(label, words));
                    }
                }
            }
            Collections.shuffle(ofLanguage, new Random(SEED));
            examples.addAll(ofLanguage.subList(0, Math.min(PER_LANGUAGE, ofLanguage.size())));
        }
        Collections.shuffle(examples, new Random(SEED));
        return examples;
    }

    private static float[][] train(List<Example> training) {
        var weights = new float[LatinModel.CLASSES.size()][LatinModel.BUCKETS];
        var model = new LatinModel(weights, List.of());
        var random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(training, random);
            double rate = RATE / (1 + epoch);
            for (Example example : training) {
                step(model, weights, example.words, example.label, rate);
                int from = random.nextInt(example.words.size() - SHORT_WORDS + 1);
                step(model, weights, example.words.subList(from, from + SHORT_WORDS), example.label, rate);
            }
        }
        return weights;
    }

    private static void step(LatinModel model, float[][] weights, List<String> words, int label, double rate) {
        int[] features = LatinModel.features(words);
        double[] probabilities = model.probabilities(features);
        double unit = rate / Math.sqrt(features.length);
        for (int c = 0; c < weights.length; c++) {
            float gradient = (float) (unit * ((c == label ? 1 : 0) - probabilities[c]));
            for (int feature : features) {
                weights[c][feature] += gradient;
            }
        }
    }

    private static List<Set<String>> commonWords(List<Example> training) {
        var common = new ArrayList<Set<String>>();
        for (int label = 0; label < LatinModel.CLASSES.size(); label++) {
            Map<String, Integer> counts = new HashMap<>();
            for (Example example : training) {
                if (example.label == label) {
                    new HashSet<>(example.words).forEach(word -> counts.merge(word, 1, Integer::sum));
                }
            }
            common.add(counts.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .limit(COMMON_WORDS)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()));
        }
        return common;
    }

    private static void report(LatinModel model, List<Example> heldOut, PrintStream out) {
        for (int label = 0; label < LatinModel.CLASSES.size(); label++) {
            String code = LatinModel.CLASSES.get(label);
            int wanted = label;
            List<Example> ofLanguage =
                    heldOut.stream().filter(e -> e.label == wanted).toList();
            long right = ofLanguage.stream()
                    .filter(e -> model.guess(String.join(" ", e.words)).code().equals(code))
                    .count();
            out.printf("%s: %d of %d held-out articles right%n", code, right, ofLanguage.size());
        }
    }
}
