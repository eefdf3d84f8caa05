package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;

/** A corpus that builds on earlier ones. */
class PreviousCorpusTest {

    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

    @TempDir
    static Path temp;

    private static Path first;
    private static Path second;

    @BeforeAll
    static void build() throws IOException {
        var random = new Random(8);
        List<String> early = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (int story = 0; story < 60; story++) {
            List<String> words = words(random);
            for (int copy = 0; copy < 4; copy++) {
                List<String> edited = new ArrayList<>(words);
                for (int edit = 0; edit < 3 * copy; edit++) {
                    edited.set(random.nextInt(edited.size()), word(random));
                }
                // Copies of the first month come in the second one, too, some of them published before what is there.
                (random.nextBoolean() ? early : late)
                        .add(line("s" + story + "c" + copy, MAY.plusSeconds(random.nextInt(9_000)), edited));
            }
        }
        first = folder("first", early);
        second = folder("second", late);
        run(first, "a", ExitCode.OK);
        run(second, "b", ExitCode.OK, "--previous=" + temp.resolve("a"));
        run(temp.resolve("in"), "both", ExitCode.OK);
    }

    @Test
    void twoBuildsGiveTheSameClustersAsOne() {
        Map<String, String> together = representatives("both");
        Map<String, String> inTurn = representatives("a", "b");

        assertThat(inTurn).hasSameSizeAs(together).hasSize(240);
        assertThat(clusters(inTurn)).isEqualTo(clusters(together));
        assertThat(new HashSet<>(inTurn.values())).hasSizeBetween(55, 70);
    }

    @Test
    void earlierArticlesAreKept() {
        List<String> past = new Corpus(temp.resolve("a")).query("SELECT record_id FROM articles");
        List<String> represents = new Corpus(temp.resolve("b"))
                .query("SELECT DISTINCT representative_record_id FROM duplicates ORDER BY 1");

        assertThat(represents).hasSizeGreaterThan(40).filteredOn(past::contains).hasSizeGreaterThan(40);
        assertThat(new Corpus(temp.resolve("b")).query("SELECT record_id FROM articles"))
                .doesNotContainAnyElementsOf(past);
    }

    @Test
    void knownArticlesAreNotWrittenAgain() {
        run(temp.resolve("in"), "again", ExitCode.OK, "--previous=" + temp.resolve("a") + "," + temp.resolve("b"));

        Corpus again = new Corpus(temp.resolve("again"));
        assertThat(again.query("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM duplicates),"
                        + " (SELECT count(*) FROM fingerprints)"))
                .containsExactly("0\t240\t0");
        assertThat(representatives("again")).isEqualTo(representatives("a", "b"));
    }

    @Test
    void aCorpusWithoutItsPreviousCorpusIsRefused() {
        run(second, "c", ExitCode.USAGE, "--previous=" + temp.resolve("b"));
        run(second, "c", ExitCode.INPUT_MISSING, "--previous=" + first);
        run(second, "c", ExitCode.USAGE, "--previous=" + temp.resolve("c"));
        assertThat(temp.resolve("c")).doesNotExist();
    }

    /** What represents each record, by record ids. */
    private static Map<String, String> representatives(String... corpora) {
        Map<String, String> representatives = new HashMap<>();
        for (String corpus : corpora) {
            new Corpus(temp.resolve(corpus))
                    .query("SELECT record_id, record_id FROM articles UNION ALL"
                            + " SELECT record_id, representative_record_id FROM duplicates")
                    .forEach(row -> representatives.put(row.split("\t")[0], row.split("\t")[1]));
        }
        return representatives;
    }

    private static Set<Set<String>> clusters(Map<String, String> representatives) {
        Map<String, Set<String>> clusters = new HashMap<>();
        representatives.forEach((record, representative) ->
                clusters.computeIfAbsent(representative, any -> new HashSet<>()).add(record));
        return new HashSet<>(clusters.values());
    }

    private static void run(Path input, String output, ExitCode expected, String... flags) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--input=" + input,
                                "--output=" + temp.resolve(output),
                                "--languages=any",
                                "--parallelism=2"),
                        Stream.of(flags))
                .toArray(String[]::new);
        assertThat(Lintas.run("build", arguments)).isEqualTo(expected);
    }

    private static Path folder(String name, List<String> lines) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("in").resolve(name));
        Files.write(folder.resolve(name + ".jsonl"), lines);
        return folder;
    }

    private static String line(String id, Instant published, List<String> words) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "id",
                        id,
                        "title",
                        "Judul " + id,
                        "published",
                        published.toString(),
                        "text",
                        String.join(" ", words)));
    }

    private static List<String> words(Random random) {
        return Stream.generate(() -> word(random)).limit(200).toList();
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int syllable = 0; syllable < 2 + random.nextInt(2); syllable++) {
            word.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
