package org.lintas.lab.dedup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.RepresentativeRank;

/** A corpus with planted duplicates, and how well clusters agree with them. Articles are known by their index. */
final class DedupTruth {

    static final double SIMILAR = .8;

    /** How many of how many. */
    static final class Counts {
        private long hits;
        private long all;

        void add(boolean isHit) {
            add(isHit ? 1 : 0, 1);
        }

        void add(long more, long of) {
            hits += more;
            all += of;
        }

        double share() {
            return all == 0 ? 1 : (double) hits / all;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f (%d of %d)", share(), hits, all);
        }
    }

    /** A duplicate and what it was made of. */
    private record Planted(int duplicate, int source, String kind, String edit, double jaccard, String language) {}

    private final List<NearDuplicates.Article> articles = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Set<String> languages = new HashSet<>();
    private final List<Planted> planted = new ArrayList<>();
    private final Map<Integer, String> clusters = new HashMap<>();
    private final Map<String, List<Integer>> families = new TreeMap<>();
    private List<int[]> joined;

    private DedupTruth() {}

    static DedupTruth read(Path folder) throws IOException {
        var truth = new DedupTruth();
        List<Path> parts;
        try (Stream<Path> files = Files.list(folder)) {
            parts = files.filter(file -> file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList();
        }
        var json = new ObjectMapper();
        for (Path part : parts) {
            try (var in = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(part)), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    truth.add(json.readTree(line), part.getFileName().toString());
                }
            }
        }
        for (String[] row : rows(folder.resolve("truth_pairs.tsv"))) {
            truth.planted.add(new Planted(
                    truth.index.get(row[0]),
                    truth.index.get(row[1]),
                    row[2],
                    row[3],
                    Double.parseDouble(row[5]),
                    row[6]));
        }
        for (String[] row : rows(folder.resolve("truth_clusters.tsv"))) {
            truth.clusters.put(truth.index.get(row[0]), row[1]);
        }
        for (String[] row : rows(folder.resolve("templates.tsv"))) {
            truth.families.computeIfAbsent(row[1], family -> new ArrayList<>()).add(truth.index.get(row[0]));
        }
        return truth;
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private void add(JsonNode node, String file) {
        String id = node.path("id").asText();
        String text = node.path("text").asText();
        Instant publishedAt = Instant.parse(node.path("published").asText());
        index.put(id, articles.size());
        languages.add(node.path("lang").asText());
        articles.add(new NearDuplicates.Article(
                new RepresentativeRank(publishedAt, 0, text.length(), id, file, articles.size()),
                new Provenance(node.path("url").asText(), node.path("source").asText(), publishedAt),
                false,
                node.path("lang").asText(),
                node.path("title").asText(null),
                text));
    }

    List<NearDuplicates.Article> articles() {
        return articles;
    }

    /**
     * Planted pairs that are similar by the words of the generator and that are in one cluster, by language and in
     * {@code all}.
     */
    Map<String, Counts> similarPairs(int[] representatives) {
        var found = new TreeMap<String, Counts>();
        for (Planted pair : planted) {
            if (pair.jaccard >= SIMILAR) {
                boolean isFound = representatives[pair.duplicate] == representatives[pair.source];
                found.computeIfAbsent("all", key -> new Counts()).add(isFound);
                found.computeIfAbsent(pair.language, key -> new Counts()).add(isFound);
            }
        }
        return found;
    }

    /** Planted near duplicates in one cluster with their source, by kind of edit and in {@code all}. */
    Map<String, Counts> plantedPairs(int[] representatives) {
        var found = new TreeMap<String, Counts>();
        for (Planted pair : planted) {
            if (pair.kind.equals("near")) {
                boolean isFound = representatives[pair.duplicate] == representatives[pair.source];
                found.computeIfAbsent("all", key -> new Counts()).add(isFound);
                found.computeIfAbsent(pair.edit, key -> new Counts()).add(isFound);
            }
        }
        return found;
    }

    /**
     * All pairs that an exact join finds similar by words between spaces, and that are in one cluster; the join is
     * made once.
     */
    Counts joinedPairs(int[] representatives) {
        if (joined == null) {
            joined = WordJoin.pairs(
                    articles.stream().map(NearDuplicates.Article::text).toList(), SIMILAR);
        }
        var counts = new Counts();
        joined.forEach(pair -> counts.add(representatives[pair[0]] == representatives[pair[1]]));
        return counts;
    }

    /** Pairs in one cluster that are in one planted cluster. */
    Counts mergedPairs(int[] representatives) {
        Map<Integer, Map<String, Long>> byRepresentative = new HashMap<>();
        for (int i = 0; i < representatives.length; i++) {
            byRepresentative
                    .computeIfAbsent(representatives[i], key -> new HashMap<>())
                    .merge(clusters.getOrDefault(i, "alone " + i), 1L, Long::sum);
        }
        var counts = new Counts();
        for (Map<String, Long> members : byRepresentative.values()) {
            long size = members.values().stream().mapToLong(Long::longValue).sum();
            counts.add(members.values().stream().mapToLong(DedupTruth::pairs).sum(), pairs(size));
        }
        return counts;
    }

    /** Families of a template of which any two are in one cluster. */
    Counts mergedFamilies(int[] representatives) {
        var counts = new Counts();
        for (List<Integer> family : families.values()) {
            counts.add(family.stream().map(i -> representatives[i]).distinct().count() < family.size());
        }
        return counts;
    }

    /** Whether all words of the corpus stand between spaces. */
    boolean hasWords() {
        return languages.equals(Set.of("latin"));
    }

    private static long pairs(long members) {
        return members * (members - 1) / 2;
    }
}
