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
import org.lintas.text.TextNormaliser;

/**
 * An article that a reader labelled with topics and countries.
 *
 * @param id the article's id; what stands before the colon names its source
 * @param claimed language that the file of labels is named after
 * @param language language that the reader saw
 * @param title headline in normal form
 * @param text what of the article the reader saw, in normal form
 * @param main topics that it is about
 * @param mention topics that it raises
 * @param weight how much the labels count in training: 1 if the whole text was read, less if it was skimmed
 * @param countries ISO 3166-1 alpha-2 codes of the countries named
 */
public record LabelledArticle(
        String id,
        Language claimed,
        Language language,
        String title,
        String text,
        Set<String> main,
        Set<String> mention,
        double weight,
        Set<String> countries) {

    /** Whether the labels are good enough to measure with. */
    boolean isReadWhole() {
        return weight >= 1;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The labelled articles of all languages, by language and id.
     *
     * @param articles folder with {@code LANG.jsonl.gz}: id, title, text
     * @param labels folder with {@code LANG.jsonl}: id, lang_true, main, mention, countries, and shown, the number of UTF-16
     *     units of the text that the reader saw; weight, 1 if it is not given
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
                    labelled.add(of(language, article, label));
                }
            }
        }
        labelled.sort(Comparator.comparing(LabelledArticle::id));
        return labelled;
    }

    private static LabelledArticle of(Language claimed, JsonNode article, JsonNode label) {
        String shown = article.path("text").asText();
        shown = shown.substring(0, Math.min(shown.length(), label.path("shown").asInt(shown.length())));
        return new LabelledArticle(
                label.path("id").asText(),
                claimed,
                Language.of(label.path("lang_true").asText("")).orElse(claimed),
                TextNormaliser.line(article.path("title").asText("")),
                String.join("\n\n", TextNormaliser.paragraphs(shown)),
                strings(label.path("main")),
                strings(label.path("mention")),
                label.path("weight").asDouble(1),
                strings(label.path("countries")));
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new TreeSet<String>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }
}
