package org.lintas.lab.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.lintas.language.LatinWords;
import org.lintas.text.TextNormaliser;

/** The texts that the model is trained on: articles where there are any, sentences written for the purpose elsewhere. */
final class TrainingTexts {

    /** Languages with articles. */
    static final List<String> OF_ARTICLES = List.of("id", "ms", "vi", "tl", "en");

    /** Shorter articles are captions and the like. */
    private static final int MIN_WORDS = 20;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private final Path articles;
    private final Path folder;

    /**
     * Texts of two folders.
     *
     * @param articles holds {@code LANG.jsonl.gz}
     * @param folder holds {@code LANG.txt}, one sentence a line, {@code held-out.tsv} (language, field of an article, its value:
     *     kept for evaluation) and {@code mislabelled.tsv} (id of an article, the language that it is in)
     */
    TrainingTexts(Path articles, Path folder) {
        this.articles = articles;
        this.folder = folder;
    }

    /** Articles as words, by code of the language. */
    Map<String, List<List<String>>> articles() throws IOException {
        var texts = new TreeMap<String, List<List<String>>>();
        for (String code : OF_ARTICLES) {
            texts.put(code, articles(code));
        }
        return texts;
    }

    /** Sentences as words, by code of the language, codes in alphabetical order. */
    Map<String, List<List<String>>> sentences() throws IOException {
        var texts = new TreeMap<String, List<List<String>>>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                texts.put(file.getFileName().toString().replace(".txt", ""), sentences(file));
            }
        }
        return texts;
    }

    private List<List<String>> articles(String code) throws IOException {
        Set<List<String>> heldOut = new HashSet<>(rows("held-out.tsv"));
        Map<String, String> mislabelled = new HashMap<>();
        rows("mislabelled.tsv").forEach(row -> mislabelled.put(row.get(0), row.get(1)));
        var json = new ObjectMapper();
        var texts = new ArrayList<List<String>>();
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(articles.resolve(code + ".jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode article = json.readTree(line);
                boolean kept = Stream.of("dataset", "source")
                        .noneMatch(field -> heldOut.contains(
                                List.of(code, field, article.path(field).asText())));
                if (kept
                        && !mislabelled.containsKey(
                                TextNormaliser.line(article.path("id").asText()))) {
                    List<String> words = words(String.join(
                            "\n", TextNormaliser.paragraphs(article.path("text").asText())));
                    if (words.size() >= MIN_WORDS) {
                        texts.add(words);
                    }
                }
            }
        }
        return texts;
    }

    /** Sentences, each followed by its twin without accents, which many sites leave out. */
    private static List<List<String>> sentences(Path file) throws IOException {
        var texts = new ArrayList<List<String>>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                texts.add(words(line));
                texts.add(words(MARKS.matcher(Normalizer.normalize(line, Normalizer.Form.NFD))
                        .replaceAll("")));
            }
        }
        return texts;
    }

    private List<List<String>> rows(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")))
                .toList();
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        LatinWords.forEach(text, words::add);
        return words;
    }
}
