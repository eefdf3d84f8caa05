package org.lintas.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.lintas.extract.ArticleExtractor;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.record.Draft;

/**
 * Scores what is taken from real pages: main text as the article extraction benchmark of Zyte does (shared 4-grams of
 * words, each page with the same weight, github.com/scrapinghub/article-extraction-benchmark), and body, title and date on
 * the pages of fundus, newspaper4k and an Indonesian collection. At last the speed, against parsing alone.
 *
 * <p>Usage: {@code EvaluateExtraction FOLDER} with the folders {@code article-extraction-benchmark}, {@code fundus}, {@code
 * newspaper4k} and {@code indonesian}.
 */
public final class EvaluateExtraction {

    private static final int GRAM = 4;
    private static final int TIMED_ROUNDS = 20;
    private static final double POOR = 0.9;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private final ArticleExtractor extractor = new ArticleExtractor();

    private EvaluateExtraction() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: EvaluateExtraction FOLDER");
        }
        Path folder = Path.of(args[0]);
        var evaluation = new EvaluateExtraction();
        evaluation.benchmark(folder.resolve("article-extraction-benchmark"));
        evaluation.pages("fundus", TruthPages.fundus(folder.resolve("fundus")));
        evaluation.pages("newspaper4k", TruthPages.newspaper4k(folder.resolve("newspaper4k")));
        evaluation.pages("indonesian", TruthPages.indonesian(folder.resolve("indonesian")));
        evaluation.speed(folder.resolve("article-extraction-benchmark/html"));
    }

    private void benchmark(Path folder) throws IOException {
        JsonNode truths =
                new ObjectMapper().readTree(folder.resolve("ground-truth.json").toFile());
        double right = 0;
        double wrong = 0;
        double missed = 0;
        int pages = 0;
        for (var truth : truths.properties()) {
            Path page = folder.resolve("html/" + truth.getKey() + ".html.gz");
            if (!Files.exists(page)) {
                continue;
            }
            Draft draft = extractor.extract(capture(bytes(page))).draft();
            Map<List<String>, Integer> found = grams(draft == null ? "" : draft.getText());
            Map<List<String>, Integer> wanted =
                    grams(truth.getValue().path("articleBody").asText());
            double shared = shared(found, wanted);
            double extra = sum(found) - shared;
            double absent = sum(wanted) - shared;
            double all = Math.max(1, shared + extra + absent);
            right += shared / all;
            wrong += extra / all;
            missed += absent / all;
            pages++;
            if (shared / all < POOR) {
                System.out.printf(
                        "  %.2f shared, %.0f extra, %.0f absent: %s%n", shared / all, extra, absent, truth.getKey());
            }
        }
        System.out.printf(
                "article-extraction-benchmark: %d pages, F1 %.3f, precision %.3f, recall %.3f%n",
                pages, 2 * right / (2 * right + wrong + missed), right / (right + wrong), right / (right + missed));
    }

    /** What was right, page by page and in all. */
    private void pages(String collection, List<TruthPage> truths) throws IOException {
        double body = 0;
        int articles = 0;
        int rejected = 0;
        int[] titles = new int[2];
        int[] dates = new int[2];
        for (TruthPage truth : truths) {
            ArticleExtractor.Result result = extractor.extract(capture(bytes(truth.html())));
            Draft draft = result.draft();
            String name = truth.html().getFileName().toString().replace(".html.gz", "");
            if (!truth.isArticle()) {
                rejected += draft == null ? 1 : 0;
                if (draft != null) {
                    System.out.printf(
                            "  no article, but %d characters taken: %s%n",
                            draft.getText().length(), name);
                }
                continue;
            }
            articles++;
            double f1 = draft == null ? 0 : f1(TruthPage.counts(draft.getText()), truth.body());
            body += f1;
            boolean title = draft != null
                    && draft.getTitle() != null
                    && truth.title().equals(Optional.of(TruthPage.titleDigest(draft.getTitle())));
            boolean date = draft != null && isDay(draft, truth.published());
            count(titles, truth.title(), title);
            count(dates, truth.published(), date);
            String faults = (f1 < POOR ? String.format(" body %.2f", f1) : "")
                    + (title || truth.title().isEmpty() ? "" : " title: " + (draft == null ? "-" : draft.getTitle()))
                    + (date || truth.published().isEmpty()
                            ? ""
                            : " date: " + truth.published().get() + " found "
                                    + (draft == null ? "-" : draft.getPublishedAt()))
                    + (draft == null ? " rejected: " + result.detail() : "");
            if (!faults.isEmpty()) {
                System.out.println("  " + name + faults);
            }
        }
        System.out.printf(
                "%s: %d articles, body F1 %.3f, title %d of %d, date %d of %d; %d of %d other pages rejected%n",
                collection,
                articles,
                body / Math.max(1, articles),
                titles[0],
                titles[1],
                dates[0],
                dates[1],
                rejected,
                truths.size() - articles);
    }

    private static void count(int[] rightAndAll, Optional<?> truth, boolean right) {
        if (truth.isPresent()) {
            rightAndAll[0] += right ? 1 : 0;
            rightAndAll[1]++;
        }
    }

    /** Whether an article is dated to a day, in some time zone of the world. */
    private static boolean isDay(Draft draft, Optional<LocalDate> day) {
        if (draft.getPublishedAt() == null || day.isEmpty()) {
            return false;
        }
        if (draft.getPublishedPrecision().equals("day")) {
            return LocalDate.ofInstant(draft.getPublishedAt(), ZoneOffset.UTC).equals(day.get());
        }
        return List.of(-12, -6, 0, 7, 14).stream()
                .anyMatch(hours -> LocalDate.ofInstant(draft.getPublishedAt(), ZoneOffset.ofHours(hours))
                        .equals(day.get()));
    }

    private void speed(Path folder) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                pages.add(bytes(file));
            }
        }
        double parse = Double.MAX_VALUE;
        double extract = Double.MAX_VALUE;
        // The first rounds warm up; the best is told.
        for (int round = 0; round <= TIMED_ROUNDS; round++) {
            double parsing =
                    cpuSeconds(() -> pages.forEach(page -> Jsoup.parse(new String(page, StandardCharsets.UTF_8))));
            double extracting = cpuSeconds(() -> pages.forEach(page -> extractor.extract(capture(page))));
            parse = round == 0 ? parse : Math.min(parse, parsing);
            extract = round == 0 ? extract : Math.min(extract, extracting);
        }
        System.out.printf(
                "speed: %.0f pages per CPU second, parsing included; parsing alone %.0f; ratio %.2f%n",
                pages.size() / extract, pages.size() / parse, parse / extract);
    }

    private static double cpuSeconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static double f1(Map<Integer, Integer> found, Map<Integer, Integer> wanted) {
        return 2 * shared(found, wanted) / Math.max(1, sum(found) + sum(wanted));
    }

    private static byte[] bytes(Path page) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(page))) {
            return in.readAllBytes();
        }
    }

    private static Capture capture(byte[] page) {
        return Capture.newBuilder()
                .setRecordId("")
                .setArchiveFile("")
                .setArchiveOffset(0)
                .setContent(Content.HTML)
                .setPayload(ByteBuffer.wrap(page))
                .setFields(Map.of())
                .build();
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

    private static <K> double shared(Map<K, Integer> found, Map<K, Integer> wanted) {
        return found.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), wanted.getOrDefault(entry.getKey(), 0)))
                .sum();
    }

    private static <K> double sum(Map<K, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
