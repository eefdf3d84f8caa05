package org.lintas.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.lintas.element.Capture;
import org.lintas.element.Content;
import org.lintas.extract.ArticleExtractor;

/**
 * Scores main text as the article extraction benchmark of Zyte does: shared 4-grams of words, each page with the same
 * weight (github.com/scrapinghub/article-extraction-benchmark).
 *
 * <p>Usage: {@code EvaluateExtraction FOLDER}: holds {@code ground-truth.json} (id to articleBody) and {@code
 * html/ID.html.gz}.
 */
public final class EvaluateExtraction {

    private static final int GRAM = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private EvaluateExtraction() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: EvaluateExtraction FOLDER");
        }
        Path folder = Path.of(args[0]);
        JsonNode truths =
                new ObjectMapper().readTree(folder.resolve("ground-truth.json").toFile());
        var extractor = new ArticleExtractor();
        double right = 0;
        double wrong = 0;
        double missed = 0;
        int pages = 0;
        var worst = new ArrayList<String>();
        for (var truth : truths.properties()) {
            Path page = folder.resolve("html/" + truth.getKey() + ".html.gz");
            if (!Files.exists(page)) {
                continue;
            }
            var draft = extractor.extract(capture(page)).draft();
            Map<List<String>, Integer> found = grams(draft == null ? "" : draft.getText());
            Map<List<String>, Integer> wanted =
                    grams(truth.getValue().path("articleBody").asText());
            double shared = 0;
            for (var gram : found.entrySet()) {
                shared += Math.min(gram.getValue(), wanted.getOrDefault(gram.getKey(), 0));
            }
            double extra = sum(found) - shared;
            double absent = sum(wanted) - shared;
            double all = Math.max(1, shared + extra + absent);
            right += shared / all;
            wrong += extra / all;
            missed += absent / all;
            pages++;
            if (shared / all < 0.8) {
                worst.add(String.format(
                        "%.2f (extra %.0f, absent %.0f) %s", shared / all, extra, absent, truth.getKey()));
            }
        }
        worst.stream().sorted().forEach(System.out::println);
        System.out.printf(
                "%d pages: F1 %.3f, precision %.3f, recall %.3f%n",
                pages, 2 * right / (2 * right + wrong + missed), right / (right + wrong), right / (right + missed));
    }

    private static Capture capture(Path page) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(page))) {
            return Capture.newBuilder()
                    .setRecordId(page.getFileName().toString())
                    .setArchiveFile(page.toString())
                    .setArchiveOffset(0)
                    .setContent(Content.HTML)
                    .setPayload(ByteBuffer.wrap(in.readAllBytes()))
                    .setFields(Map.of())
                    .build();
        }
    }

    private static Map<List<String>, Integer> grams(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        Map<List<String>, Integer> grams = new HashMap<>();
        for (int i = 0; i + GRAM <= words.size(); i++) {
            grams.merge(words.subList(i, i + GRAM), 1, Integer::sum);
        }
        return grams;
    }

    private static double sum(Map<List<String>, Integer> grams) {
        return grams.values().stream().mapToInt(Integer::intValue).sum();
    }
}
