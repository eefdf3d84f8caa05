package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;

/** A raid of January, of which February and March tell more, in three corpora that build on each other. */
class IncidentsOverMonthsTest {

    private static final List<Dataset> OF_INCIDENTS =
            List.of(Dataset.INCIDENTS, Dataset.INCIDENT_ARTICLES, Dataset.INCIDENT_FIGURES);

    private static final Map<String, List<String>> LINES = new TreeMap<>();

    @TempDir
    static Path temp;

    private static Path january;
    private static Path february;
    private static Path march;

    @BeforeAll
    static void build() throws IOException {
        try (var in = IncidentsOverMonthsTest.class.getResourceAsStream("three_months.jsonl")) {
            LINES.putAll(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.groupingBy(line -> line.substring(7, 8))));
        }
        january = build("january", LINES.get("a"), 1);
        february = build("february", LINES.get("b"), 1, january);
        march = build("march", LINES.get("c"), 1, january, february);
    }

    @Test
    void laterReportsJoinTheIncidentOfAnEarlierCorpus() {
        assertThat(incidents(january))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a1", "a1 report, a2 report", "a3", "a3 report", "a4", "a4 report"));
        assertThat(incidents(february))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a1", "a1 report, a2 report, b1 update, b2 follow_up", "b3", "b3 report", "b4", "b4 report"));
        assertThat(incidents(march))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a1",
                        "a1 report, a2 report, b1 update, b2 follow_up, c1 follow_up",
                        "b3",
                        "b3 report, c2 follow_up",
                        "c3",
                        "c3 report"));
    }

    @Test
    void theRowsOfAnIncidentTellOfAllItsArticles() {
        assertThat(new Corpus(february)
                        .query("SELECT articles, languages, len(outlets), first_outlet, event_date FROM incidents"
                                + " WHERE articles > 1"))
                .containsExactly("4\t[en, id]\t3\tCoast Post\t2025-01-19");
        assertThat(new Corpus(february)
                        .query("SELECT best, outlets, len(article_ids) FROM incident_figures WHERE subject = 'rescued'"
                                + " AND best > 100"))
                .containsExactly("231.0\t1\t4");
    }

    @Test
    void everyCorpusPassesItsChecks() {
        for (Path corpus : List.of(january, february, march)) {
            assertThat(Lintas.run("check", "--corpus=" + corpus)).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void orderAndParallelismDoNotChangeRows() throws IOException {
        List<String> reversed = new ArrayList<>(LINES.get("c"));
        Collections.reverse(reversed);

        Path again = build("again", reversed, 3, february, january);

        for (Dataset dataset : OF_INCIDENTS) {
            assertThat(new Corpus(again).rows(dataset)).as(dataset.folder()).isEqualTo(new Corpus(march).rows(dataset));
        }
    }

    @Test
    void aMergedCorpusHasEachIncidentOnceAndIsContinuedAlike() throws IOException {
        Path two = compact("two", january, february);
        Path three = compact("three", january, february, march);

        assertThat(incidents(three))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a1",
                        "a1 report, a2 report, b1 update, b2 follow_up, c1 follow_up",
                        "a3",
                        "a3 report",
                        "a4",
                        "a4 report",
                        "b3",
                        "b3 report, c2 follow_up",
                        "b4",
                        "b4 report",
                        "c3",
                        "c3 report"));
        assertThat(Lintas.run("check", "--corpus=" + three)).isEqualTo(ExitCode.OK);
        Path after = build("after", LINES.get("c"), 2, two);
        for (Dataset dataset : OF_INCIDENTS) {
            assertThat(new Corpus(after).rows(dataset)).as(dataset.folder()).isEqualTo(new Corpus(march).rows(dataset));
            assertThat(new Corpus(three).rows(dataset))
                    .as(dataset.folder())
                    .containsAll(new Corpus(march).rows(dataset));
        }
    }

    @Test
    void relabelledCorporaContinueThem() {
        Path relabelled = temp.resolve("relabelled");

        assertThat(Lintas.run("relabel", "--corpus=" + march, "--output=" + relabelled, "--parallelism=1"))
                .isEqualTo(ExitCode.OK);

        for (Dataset dataset : OF_INCIDENTS) {
            assertThat(new Corpus(relabelled).rows(dataset))
                    .as(dataset.folder())
                    .isEqualTo(new Corpus(march).rows(dataset));
        }
    }

    @Test
    void anIncidentWithARemovedArticleIsGoneFromAllCorpora(@TempDir Path out) throws IOException {
        List<Path> copies = List.of(
                TwoMonths.copy(january, out.resolve("a")),
                TwoMonths.copy(february, out.resolve("b")),
                TwoMonths.copy(march, out.resolve("c")));
        Path list = Files.write(
                out.resolve("ids.txt"),
                new Corpus(january).query("SELECT article_id FROM articles WHERE record_id = 'a2'"));

        assertThat(Lintas.run("remove", "--corpus=" + joined(copies.toArray(Path[]::new)), "--articles=" + list))
                .isEqualTo(ExitCode.OK);

        assertThat(incidents(copies.get(0))).containsOnlyKeys("a3", "a4");
        assertThat(incidents(copies.get(1))).containsOnlyKeys("b3", "b4");
        assertThat(incidents(copies.get(2))).containsOnlyKeys("b3", "c3");
    }

    /** What names an excluded outlet is not written again. */
    @Test
    void anIncidentWithAnExcludedArticleIsNotContinued(@TempDir Path out) throws IOException {
        Path list = Files.writeString(out.resolve("outlets.txt"), "outlet:Kabar Pesisir\n");

        Path without = build("without", LINES.get("b"), 1, List.of("--exclude=" + list), january);

        assertThat(incidents(without)).doesNotContainKey("a1");
        assertThat(new Corpus(without).query("SELECT count(*) FROM incident_articles WHERE outlet = 'Kabar Pesisir'"))
                .containsExactly("0");
    }

    private static Path build(String name, List<String> lines, int parallelism, Path... previous) throws IOException {
        return build(name, lines, parallelism, List.of(), previous);
    }

    private static Path build(String name, List<String> lines, int parallelism, List<String> flags, Path... previous)
            throws IOException {
        Path input = Files.write(temp.resolve(name + ".jsonl"), lines);
        Path output = temp.resolve(name);
        var all = Stream.concat(
                Stream.of("--input=" + input, "--output=" + output, "--parallelism=" + parallelism), flags.stream());
        var earlier = previous.length == 0 ? Stream.<String>of() : Stream.of("--previous=" + joined(previous));
        assertThat(Lintas.run("build", Stream.concat(all, earlier).toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);
        return output;
    }

    private static Path compact(String name, Path... corpora) {
        Path output = temp.resolve(name);
        assertThat(Lintas.run("compact", "--corpus=" + joined(corpora), "--output=" + output))
                .isEqualTo(ExitCode.OK);
        return output;
    }

    private static String joined(Path... corpora) {
        return Arrays.stream(corpora).map(Path::toString).collect(Collectors.joining(","));
    }

    /** The articles of each incident and their roles, by record ids. */
    private static Map<String, String> incidents(Path corpus) {
        Map<String, String> names = new TreeMap<>();
        Stream.of(january, february, march)
                .forEach(month -> new Corpus(month)
                        .query("SELECT article_id, record_id FROM articles")
                        .forEach(row -> names.put(row.split("\t")[0], row.split("\t")[1])));
        return new Corpus(corpus)
                .query("SELECT incident_id, article_id, role FROM incident_articles").stream()
                        .map(row -> row.split("\t"))
                        .collect(Collectors.groupingBy(
                                row -> names.get(row[0]),
                                TreeMap::new,
                                Collectors.mapping(
                                        row -> names.get(row[1]) + " " + row[2],
                                        Collectors.collectingAndThen(
                                                Collectors.toList(),
                                                articles -> articles.stream()
                                                        .sorted()
                                                        .collect(Collectors.joining(", "))))));
    }
}
