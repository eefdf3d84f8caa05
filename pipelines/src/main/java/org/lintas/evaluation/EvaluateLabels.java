package org.lintas.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.lintas.element.CountryMention;
import org.lintas.element.TopicLabel;
import org.lintas.place.CountryTagger;
import org.lintas.text.Language;
import org.lintas.text.TextNormaliser;
import org.lintas.topic.TopicClassifier;

/**
 * Scores topics and countries against labels made by readers, per language: F1 of main topics, of main topics and mentions
 * together, of whether there is any main topic, and of countries other than the home country.
 *
 * <p>Usage: {@code EvaluateLabels ARTICLES LABELS}: folders with {@code LANG.jsonl.gz} (id, title, text) and {@code
 * LANG.jsonl} (id, main, mention, countries, shown).
 */
public final class EvaluateLabels {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TopicClassifier classifier = new TopicClassifier();
    private final CountryTagger tagger = new CountryTagger();

    /** Counts of right, wrong and missed labels. */
    private static final class Score {
        private int right;
        private int wrong;
        private int missed;

        void add(Set<String> found, Set<String> labelled) {
            right += (int) found.stream().filter(labelled::contains).count();
            wrong += (int) found.stream().filter(any -> !labelled.contains(any)).count();
            missed +=
                    (int) labelled.stream().filter(any -> !found.contains(any)).count();
        }

        void add(Score other) {
            right += other.right;
            wrong += other.wrong;
            missed += other.missed;
        }

        @Override
        public String toString() {
            double f1 = 2.0 * right / Math.max(1, 2 * right + wrong + missed);
            double precision = (double) right / Math.max(1, right + wrong);
            double recall = (double) right / Math.max(1, right + missed);
            return String.format(Locale.ROOT, "%.3f (%.2f/%.2f)", f1, precision, recall);
        }
    }

    private record Scores(Score main, Score anyGrade, Score hasTopic, Score foreign) {
        Scores() {
            this(new Score(), new Score(), new Score(), new Score());
        }

        void add(Scores other) {
            main.add(other.main);
            anyGrade.add(other.anyGrade);
            hasTopic.add(other.hasTopic);
            foreign.add(other.foreign);
        }

        String row(String name, int articles) {
            return String.format("%-5s %5d  %s  %s  %s  %s", name, articles, main, anyGrade, hasTopic, foreign);
        }
    }

    private EvaluateLabels() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: EvaluateLabels ARTICLES LABELS");
        }
        var evaluation = new EvaluateLabels();
        var all = new Scores();
        int articles = 0;
        System.out.println("lang   read  F1 main (P/R)      main or mention    any main topic     foreign countries");
        for (Language language : Language.values()) {
            Path labels = Path.of(args[1], language.code() + ".jsonl");
            if (!Files.exists(labels)) {
                continue;
            }
            Map<String, JsonNode> byId = labels(labels);
            var scores = new Scores();
            Path texts = Path.of(args[0], language.code() + ".jsonl.gz");
            try (var in = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(texts)), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    JsonNode article = JSON.readTree(line);
                    JsonNode label = byId.get(article.path("id").asText());
                    if (label != null) {
                        evaluation.score(language, article, label, scores);
                    }
                }
            }
            System.out.println(scores.row(language.code(), byId.size()));
            all.add(scores);
            articles += byId.size();
        }
        System.out.println(all.row("all", articles));
    }

    private static Map<String, JsonNode> labels(Path file) throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode label = JSON.readTree(line);
            byId.put(label.path("id").asText(), label);
        }
        return byId;
    }

    private void score(Language claimed, JsonNode article, JsonNode label, Scores scores) {
        Language language = Language.of(label.path("lang_true").asText("")).orElse(claimed);
        String title = TextNormaliser.line(article.path("title").asText(""));
        String shown = article.path("text").asText();
        shown = shown.substring(0, Math.min(shown.length(), label.path("shown").asInt(shown.length())));
        String text = String.join("\n\n", TextNormaliser.paragraphs(shown));
        Set<String> main = new HashSet<>();
        Set<String> any = new HashSet<>();
        for (TopicLabel topic : classifier.classify(language, title, text)) {
            any.add(topic.getTopic());
            if (topic.getGrade().equals("main")) {
                main.add(topic.getTopic());
            }
        }
        Set<String> mainLabels = strings(label.path("main"));
        Set<String> anyLabels = new HashSet<>(mainLabels);
        anyLabels.addAll(strings(label.path("mention")));
        scores.main.add(main, mainLabels);
        scores.anyGrade.add(any, anyLabels);
        scores.hasTopic.add(main.isEmpty() ? Set.of() : Set.of("any"), mainLabels.isEmpty() ? Set.of() : Set.of("any"));
        Set<String> countries = tagger.tag(language, title, text).stream()
                .map(CountryMention::getCountry)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> countryLabels = strings(label.path("countries"));
        Optional<String> home = language.home();
        home.ifPresent(countries::remove);
        home.ifPresent(countryLabels::remove);
        scores.foreign.add(countries, countryLabels);
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new HashSet<String>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }
}
