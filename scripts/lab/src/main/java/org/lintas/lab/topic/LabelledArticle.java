package org.lintas.lab.topic;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.lintas.text.Language;
import org.lintas.text.Sha256;
import org.lintas.text.TextNormaliser;

/**
 * An article that a reader labelled with topics and countries, or with its genre, or a text that was written with its labels.
 *
 * @param kind what a written text was written for: {@code plain}, {@code press}, {@code hard} or {@code false_friend};
 *     {@link #COLLECTED} for articles of outlets
 * @param id the article's id; what stands before the colon names its source
 * @param claimed language that the file of labels is named after
 * @param language language that the reader saw
 * @param title headline in normal form
 * @param text what of the article the reader saw, in normal form
 * @param main topics that it is about
 * @param mention topics that it raises
 * @param weight how much the labels count in training: 1 if the whole text was read, less if it was skimmed
 * @param countries ISO 3166-1 alpha-2 codes of the countries named
 * @param genre what kind of text it is, by a reader or as it was written; empty if not told
 * @param secondGenre what the reader hesitated to take it for; empty if nothing
 * @param fold fold of cross-validation that it is held out in, from 0 to 4: written texts by language and author
 */
public record LabelledArticle(
        String kind,
        String id,
        Language claimed,
        Language language,
        String title,
        String text,
        Set<String> main,
        Set<String> mention,
        double weight,
        Set<String> countries,
        String genre,
        String secondGenre,
        int fold) {

    /** Number of folds of cross-validation. */
    static final int FOLDS = 5;

    /** How much of the text of a collected article tells its fold, in UTF-16 units: reprints, which start alike, are in one. */
    private static final int START = 80;

    /** The kind of articles of outlets. */
    static final String COLLECTED = "collected";

    /** Texts that tell a crime without its words. */
    static final String HARD = "hard";

    /** Texts that have the words of a topic, or the look of it, and are about something else. */
    static final String FALSE_FRIEND = "false_friend";

    /** How much written texts count beside articles that were read; those without the words are unlike usual news. */
    private static final double WRITTEN_WEIGHT = 0.6;

    private static final double HARD_WEIGHT = 0.3;

    /** Whether the labels are good enough to measure with. */
    boolean isReadWhole() {
        return weight >= 1 || isWritten();
    }

    /** Whether it was written for the purpose. */
    boolean isWritten() {
        return !kind.equals(COLLECTED);
    }

    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The labelled articles of all languages, by language and id.
     *
     * @param articles folder with {@code LANG.jsonl.gz}: id, title, text
     * @param labels folder with {@code LANG.jsonl}: id, lang_true, main, mention, countries, and shown, the number of UTF-16
     *     units of the text that the reader saw, all if it is not given; weight, 1 if it is not given; genre and second
     */
    public static List<LabelledArticle> read(Path articles, Path labels) throws IOException {
        var labelled = new ArrayList<LabelledArticle>();
        for (Language language : Language.values()) {
            Path file = labels.resolve(language.code() + ".jsonl");
            if (Files.exists(file)) {
                labelled.addAll(read(language, articles.resolve(language.code() + ".jsonl.gz"), file));
            }
        }
        return labelled;
    }

    /**
     * The written texts of all languages, in the order of the files.
     *
     * @param folder folder with {@code LANG.jsonl}: kind, title, text, main, mention, genre; author, the number of the language's author, 0 if it is
     *     not given
     */
    public static List<LabelledArticle> readWritten(Path folder) throws IOException {
        var written = new ArrayList<LabelledArticle>();
        for (Language language : Language.values()) {
            Path file = folder.resolve(language.code() + ".jsonl");
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    JsonNode text = JSON.readTree(lines.get(i));
                    String kind = text.path("kind").asText();
                    String id = "written-" + language.code() + ":" + i;
                    int fold =
                            (LANGUAGES.indexOf(language) + text.path("author").asInt()) % FOLDS;
                    written.add(of(kind, id, language, text, text, fold));
                }
            }
        }
        return written;
    }

    private static List<LabelledArticle> read(Language language, Path articles, Path labels) throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        for (String line : Files.readAllLines(labels)) {
            JsonNode label = JSON.readTree(line);
            byId.put(label.path("id").asText(), label);
        }
        var labelled = new ArrayList<LabelledArticle>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(articles)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode article = JSON.readTree(line);
                JsonNode label = byId.get(article.path("id").asText());
                if (label != null) {
                    int fold = fold(article);
                    labelled.add(of(COLLECTED, label.path("id").asText(), language, article, label, fold));
                }
            }
        }
        labelled.sort(Comparator.comparing(LabelledArticle::id));
        return labelled;
    }

    private static int fold(JsonNode article) {
        String text = String.join(
                "\n\n", TextNormaliser.paragraphs(article.path("text").asText()));
        String start = text.substring(0, Math.min(text.length(), START));
        return Integer.parseInt(Sha256.hex(start).substring(0, 7), 16) % FOLDS;
    }

    private static LabelledArticle of(
            String kind, String id, Language claimed, JsonNode article, JsonNode label, int fold) {
        String shown = article.path("text").asText();
        shown = shown.substring(0, Math.min(shown.length(), label.path("shown").asInt(shown.length())));
        return new LabelledArticle(
                kind,
                id,
                claimed,
                Language.of(label.path("lang_true").asText("")).orElse(claimed),
                TextNormaliser.line(article.path("title").asText("")),
                String.join("\n\n", TextNormaliser.paragraphs(shown)),
                strings(label.path("main")),
                strings(label.path("mention")),
                label.path("weight").asDouble(usualWeight(kind)),
                strings(label.path("countries")),
                label.path("genre").asText(""),
                label.path("second").asText(""),
                fold);
    }

    private static double usualWeight(String kind) {
        return switch (kind) {
            case COLLECTED -> 1;
            case HARD -> HARD_WEIGHT;
            default -> WRITTEN_WEIGHT;
        };
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new TreeSet<String>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }
}
