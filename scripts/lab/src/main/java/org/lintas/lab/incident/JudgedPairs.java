package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * Pairs of real articles that readers judged, against the incidents of a corpus. Most were drawn from what some rules joined: they tell how many wrong
 * ones other rules still join, and at what price, not how many right ones are missed.
 */
final class JudgedPairs {

    /**
     * A pair.
     *
     * @param isOne whether both tell of one incident
     * @param use what it was drawn for: to fit weights, to measure, or an older draw
     */
    private record Judged(String one, String other, boolean isOne, String use) {}

    private static final int USE = 4;

    private final List<Judged> pairs;

    private JudgedPairs(List<Judged> pairs) {
        this.pairs = pairs;
    }

    /** Reads pairs of article ids, each with 1 if they tell of one incident. */
    static JudgedPairs read(Path file) throws IOException {
        return new JudgedPairs(Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> new Judged(row[0], row[1], row[2].equals("1"), row.length > USE ? row[USE] : "older"))
                .toList());
    }

    /** Prints which are joined in a corpus of the real articles. */
    void print(Path corpus) throws SQLException {
        Map<String, String> incidents = new HashMap<>();
        try (CorpusDatabase database = CorpusDatabase.open(corpus)) {
            database.query(
                            "SELECT article_id, incident_id FROM incident_articles",
                            row -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(row -> incidents.put(row.getKey(), row.getValue()));
        }
        print("all", pairs, incidents);
        Map<String, List<Judged>> byUse =
                pairs.stream().collect(Collectors.groupingBy(Judged::use, TreeMap::new, Collectors.toList()));
        byUse.forEach((use, judged) -> print(use, judged, incidents));
    }

    private static void print(String name, List<Judged> pairs, Map<String, String> incidents) {
        long right = joined(pairs, incidents, true);
        long wrong = joined(pairs, incidents, false);
        System.out.printf(
                Locale.ROOT,
                "judged pairs of real articles, %s: joined %d of %d of one incident, %d of %d of two; of those joined right %.3f%n",
                name,
                right,
                pairs.stream().filter(Judged::isOne).count(),
                wrong,
                pairs.stream().filter(pair -> !pair.isOne).count(),
                right + wrong == 0 ? 0 : (double) right / (right + wrong));
    }

    private static long joined(List<Judged> pairs, Map<String, String> incidents, boolean isOne) {
        return pairs.stream()
                .filter(pair -> pair.isOne == isOne)
                .filter(pair -> incidents.containsKey(pair.one)
                        && incidents.get(pair.one).equals(incidents.get(pair.other)))
                .count();
    }
}
