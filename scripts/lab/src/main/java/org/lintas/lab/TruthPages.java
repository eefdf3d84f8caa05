package org.lintas.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lintas.text.WordTable;

/** Reads the pages with truth of four collections, as their projects lay them out. */
final class TruthPages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TruthPages() {}

    /**
     * Pages of the test suite of fundus (github.com/flairNLP/fundus): {@code COUNTRY/OUTLET.json} holds versions, the i-th
     * is the truth of the i-th {@code OUTLET_DATE.html.gz}.
     */
    static List<TruthPage> fundus(Path folder) throws IOException {
        var pages = new ArrayList<TruthPage>();
        for (Path json : files(folder, ".json")) {
            String outlet = json.getFileName().toString().replace(".json", "_");
            List<Path> htmls = files(json.getParent(), ".html.gz").stream()
                    .filter(html -> html.getFileName().toString().startsWith(outlet))
                    .toList();
            int version = 0;
            for (JsonNode truth : JSON.readTree(json.toFile())) {
                var body = new StringBuilder();
                truth.path("body")
                        .path("summary")
                        .forEach(line -> body.append(line.asText()).append('\n'));
                for (JsonNode section : truth.path("body").path("sections")) {
                    section.path("headline")
                            .forEach(line -> body.append(line.asText()).append('\n'));
                    section.path("paragraphs")
                            .forEach(line -> body.append(line.asText()).append('\n'));
                }
                pages.add(new TruthPage(
                        htmls.get(version++),
                        Optional.of(TruthPage.titleDigest(truth.path("title").asText())),
                        day(truth.path("publishing_date").asText()),
                        TruthPage.counts(body.toString())));
            }
        }
        return pages;
    }

    /** Pages of the test suite of newspaper4k (github.com/AndyTheFactory/newspaper4k): text, and metadata of some. */
    static List<TruthPage> newspaper4k(Path folder) throws IOException {
        var pages = new ArrayList<TruthPage>();
        for (Path html : files(folder, ".html.gz")) {
            String name = html.getFileName().toString().replace(".html.gz", "");
            Path json = folder.resolve(name + ".json");
            JsonNode truth = Files.exists(json) ? JSON.readTree(json.toFile()) : JSON.createObjectNode();
            pages.add(new TruthPage(
                    html,
                    truth.has("title")
                            ? Optional.of(
                                    TruthPage.titleDigest(truth.path("title").asText()))
                            : Optional.empty(),
                    day(truth.path("publish_date").asText()),
                    TruthPage.counts(Files.readString(folder.resolve(name + ".txt")))));
        }
        return pages;
    }

    /** Indonesian pages that were read by hand, see {@code indonesian.tsv}. */
    static List<TruthPage> indonesian(Path folder) throws IOException {
        var pages = new ArrayList<TruthPage>();
        for (var row : WordTable.read(TruthPages.class, "indonesian.tsv", 4)) {
            Map<Integer, Integer> body = new HashMap<>();
            if (!row.get(3).equals("-")) {
                for (String word : row.get(3).split(" ")) {
                    body.merge(Integer.parseUnsignedInt(word, 16), 1, Integer::sum);
                }
            }
            pages.add(new TruthPage(
                    folder.resolve(row.get(0) + ".html.gz"),
                    row.get(1).equals("-") ? Optional.empty() : Optional.of(Integer.parseUnsignedInt(row.get(1), 16)),
                    day(row.get(2)),
                    body));
        }
        return pages;
    }

    /** The day of a date such as {@code 2024-11-22 16:55:35+08:00}. */
    private static Optional<LocalDate> day(String date) {
        return date.length() >= 10 ? Optional.of(LocalDate.parse(date.substring(0, 10))) : Optional.empty();
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
