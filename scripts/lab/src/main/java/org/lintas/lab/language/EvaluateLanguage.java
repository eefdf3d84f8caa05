package org.lintas.lab.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.lintas.language.LanguageGuess;
import org.lintas.language.LanguageIdentifier;
import org.lintas.text.Language;
import org.lintas.text.Script;
import org.lintas.text.TextNormaliser;
import org.lintas.text.Zawgyi;

/**
 * Scores language identification on articles, told apart by whether the model was trained on them, whole and by their first 200
 * characters; how far its confidence can be trusted; and its speed.
 *
 * <p>Usage: {@code EvaluateLanguage ARTICLES TEXTS [PASSAGES]}: ARTICLES holds {@code LANG.jsonl.gz}, TEXTS is the folder that the
 * model was trained from, PASSAGES holds {@code CODE.txt} with a passage a line, for languages without articles.
 */
public final class EvaluateLanguage {

    private static final int FIRST = 200;

    /** Shorter articles have no language to speak of. */
    private static final int MIN_CHARS = 40;

    private static final int[] SIZES = {20, 40, 80, FIRST};

    private static final double[] BOUNDS = {0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999};

    private final LanguageIdentifier identifier = new LanguageIdentifier();
    private final Map<String, Score> scores = new TreeMap<>();
    private final Map<String, Integer> confusions = new TreeMap<>();
    private final List<String> disagreements = new ArrayList<>();
    private final Reliability documents = new Reliability();
    private final Reliability beginnings = new Reliability();
    private final List<String> timed = new ArrayList<>();
    private final Set<List<String>> heldOut;
    private final Map<String, String> mislabelled = new HashMap<>();

    private static final class Score {
        private int all;
        private int right;
        private int rightFirst;
        private int allFirst;

        @Override
        public String toString() {
            return String.format(
                    "%6d of %6d (%6.2f %%)   %6d of %6d (%6.2f %%)",
                    right, all, 100.0 * right / all, rightFirst, allFirst, 100.0 * rightFirst / Math.max(1, allFirst));
        }
    }

    /** Guesses by confidence. */
    private static final class Reliability {
        private final List<Double> right = new ArrayList<>();
        private final List<Double> wrong = new ArrayList<>();

        void add(LanguageGuess guess, boolean isRight) {
            (isRight ? right : wrong).add(guess.confidence());
        }

        void print(String name) {
            System.out.printf("%nof %s with a confidence of at least …, … are right%n", name);
            for (double bound : BOUNDS) {
                long good = right.stream().filter(c -> c >= bound).count();
                long bad = wrong.stream().filter(c -> c >= bound).count();
                System.out.printf(
                        "%6.3f   %7.4f   (%d of %d)%n",
                        bound, good / (double) Math.max(1, good + bad), good, good + bad);
            }
        }
    }

    private EvaluateLanguage(Path texts) throws IOException {
        heldOut = new HashSet<>(rows(texts.resolve("held-out.tsv")));
        rows(texts.resolve("mislabelled.tsv")).forEach(row -> mislabelled.put(row.get(0), row.get(1)));
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            throw new IllegalArgumentException("usage: EvaluateLanguage ARTICLES TEXTS [PASSAGES]");
        }
        var evaluation = new EvaluateLanguage(Path.of(args[1]));
        for (Language language : Language.values()) {
            Path file = Path.of(args[0], language.code() + ".jsonl.gz");
            if (Files.exists(file)) {
                evaluation.articles(language.code(), file);
            }
        }
        evaluation.print();
        if (args.length == 3) {
            evaluation.passages(Path.of(args[2]));
        }
    }

    private void articles(String label, Path file) throws IOException {
        var json = new ObjectMapper();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode article = json.readTree(line);
                String text = normalised(article.path("text").asText());
                if (text.length() >= MIN_CHARS) {
                    article(label, article, text);
                }
            }
        }
    }

    private void article(String label, JsonNode article, String text) {
        String id = TextNormaliser.line(article.path("id").asText());
        String language = mislabelled.getOrDefault(id, label);
        String dataset = article.path("dataset").asText();
        boolean unseen = Stream.of("dataset", "source")
                .anyMatch(field -> heldOut.contains(
                        List.of(label, field, article.path(field).asText())));
        List<String> groups = new ArrayList<>(List.of(language + " all"));
        if (unseen) {
            groups.add(language + " held out");
        }
        if (dataset.equals("ntrex")) {
            groups.add(language + " ntrex");
        }
        LanguageGuess guess = identifier.guess(article.path("title").textValue(), text);
        boolean right = guess.code().equals(language);
        groups.forEach(group -> count(group, right));
        if (!right) {
            confusions.merge(language + " taken for " + guess.code(), 1, Integer::sum);
            disagreements.add(String.format("%s\t%s\t%s\t%.3f", language, guess.code(), id, guess.confidence()));
        }
        boolean latin = Language.of(label).orElseThrow().script() == Script.LATIN;
        if (latin && unseen) {
            documents.add(guess, right);
            for (int size : SIZES) {
                String start = text.substring(0, Math.min(text.length(), size));
                LanguageGuess ofStart = identifier.guess(null, start);
                beginnings.add(ofStart, ofStart.code().equals(language));
            }
        }
        if (text.length() >= FIRST) {
            boolean rightFirst =
                    identifier.guess(null, text.substring(0, FIRST)).code().equals(language);
            for (String group : groups) {
                scores.get(group).allFirst++;
                scores.get(group).rightFirst += rightFirst ? 1 : 0;
            }
        }
        if (latin && text.length() >= 3_000) {
            timed.add(text.substring(0, 3_000));
        }
    }

    private void count(String group, boolean right) {
        Score score = scores.computeIfAbsent(group, any -> new Score());
        score.all++;
        score.right += right ? 1 : 0;
    }

    private void print() {
        System.out.println("articles whole and by their first 200 characters");
        scores.forEach((group, score) -> System.out.printf("%-14s %s%n", group, score));
        System.out.println();
        confusions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> System.out.printf("%5d %s%n", e.getValue(), e.getKey()));
        documents.print("held-out articles in Latin script");
        beginnings.print("their first 20, 40, 80 and 200 characters");
        System.out.println("\nlanguage, guess, id, confidence");
        disagreements.forEach(System.out::println);
        System.out.printf("%n%.1f µs for an article of 3,000 characters%n", time());
    }

    private double time() {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (String text : timed) {
                identifier.guess(null, text);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e3 / timed.size());
        }
        return best;
    }

    /** Per language of a folder of passages: how many are told right, and how many are taken for a language that is kept. */
    private void passages(Path folder) throws IOException {
        int unknown = 0;
        int taken = 0;
        System.out.println("\npassages: right, taken for another language that Lintas reads, guesses");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String code = file.getFileName().toString().replace(".txt", "");
                Map<String, Integer> guesses = new TreeMap<>();
                for (String line : Files.readAllLines(file)) {
                    guesses.merge(identifier.guess(null, normalised(line)).code(), 1, Integer::sum);
                }
                int all = guesses.values().stream().mapToInt(Integer::intValue).sum();
                int wrong = guesses.entrySet().stream()
                        .filter(e -> Language.of(e.getKey()).isPresent()
                                && !e.getKey().equals(code))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
                boolean known = guesses.getOrDefault(code, 0) > 0;
                if (!known) {
                    unknown += all;
                    taken += wrong;
                }
                System.out.printf(
                        "%-12s %4d of %4d   %4d   %s%n", code, guesses.getOrDefault(code, 0), all, wrong, guesses);
            }
        }
        System.out.printf(
                "languages never guessed: %d of %d passages (%.2f %%) taken for a language that Lintas reads%n",
                taken, unknown, 100.0 * taken / Math.max(1, unknown));
    }

    private static String normalised(String text) {
        return Zawgyi.toUnicode(String.join("\n\n", TextNormaliser.paragraphs(text)));
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")))
                .toList();
    }
}
