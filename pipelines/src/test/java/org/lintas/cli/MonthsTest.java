package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;

/** Corpora of two months: checked, merged, and with articles removed. */
class MonthsTest {

    private static final String STORY =
            "Polisi menangkap tersangka perdagangan orang di Batam setelah korban dari Kamboja"
                    + " melapor tentang penipuan daring. ";

    @TempDir
    static Path temp;

    private static Path first;
    private static Path second;

    @BeforeAll
    static void build() throws IOException {
        var random = new Random(3);
        var early = new ArrayList<String>();
        var late = new ArrayList<String>();
        for (int story = 0; story < 30; story++) {
            String text = STORY + TwoMonths.words(random);
            early.add(TwoMonths.line("s" + story, story % 3 == 0 ? "hilang.example" : "kabar.example", text));
            late.add(TwoMonths.line("t" + story, "berita.example", STORY + TwoMonths.words(random)));
            // The same text, in the month after, from another outlet.
            late.add(TwoMonths.line("copy" + story, "salin.example", text));
        }
        early.add("{\"id\":\"broken\"}");
        first = temp.resolve("first");
        second = temp.resolve("second");
        build(early, first);
        build(late, second, "--previous=" + first);
    }

    /** Every column of the sample, days of incidents among them, is read and written again. */
    @Test
    void aSingleCorpusKeepsItsRows(@TempDir Path out) {
        Path sample = SampleCorpus.folder();
        Path made = out.resolve("made");

        assertThat(Lintas.run("compact", "--corpus=" + sample, "--output=" + made))
                .isEqualTo(ExitCode.OK);

        assertThat(new Corpus(made).query("SELECT count(event_date) > 0 FROM incidents"))
                .containsExactly("true");
        for (Dataset dataset : Dataset.values()) {
            assertThat(new Corpus(made).rows(dataset))
                    .as(dataset.folder())
                    .containsExactlyInAnyOrderElementsOf(new Corpus(sample).rows(dataset));
        }
    }

    @Test
    void theRowsOfBothMonthsAreMerged(@TempDir Path out) throws IOException {
        Path merged = out.resolve("merged");
        assertThat(Lintas.run("compact", "--corpus=" + first + "," + second, "--output=" + merged))
                .isEqualTo(ExitCode.OK);

        for (Dataset dataset : Dataset.values()) {
            var both = new ArrayList<>(new Corpus(second).rows(dataset));
            if (!dataset.folder().startsWith("taxonomy")) {
                both.addAll(withoutContinued(dataset, new Corpus(first).rows(dataset)));
            }
            assertThat(new Corpus(merged).rows(dataset)).as(dataset.folder()).containsExactlyInAnyOrderElementsOf(both);
        }
        assertThat(new Corpus(merged).query("SELECT count(*) FROM articles")).containsExactly("60");
        assertThat(merged.resolve("_SUCCESS")).exists();
        assertThat(merged.resolve("_run")).doesNotExist();
        assertThat(check(merged).code()).isEqualTo(ExitCode.OK);
    }

    /** Of an incident that goes on in the second month, that month has all rows. */
    private static List<String> withoutContinued(Dataset dataset, List<String> rows) {
        if (!dataset.folder().startsWith("incident")) {
            return rows;
        }
        List<String> continued = new Corpus(second).query("SELECT incident_id FROM incidents");
        return rows.stream()
                .filter(row -> !continued.contains(row.substring(0, row.indexOf('\t'))))
                .toList();
    }

    @Test
    void aMergedCorpusCanBeAPreviousCorpus(@TempDir Path out) throws IOException {
        Path merged = out.resolve("merged");
        assertThat(Lintas.run("compact", "--corpus=" + first + "," + second, "--output=" + merged))
                .isEqualTo(ExitCode.OK);
        Path again = out.resolve("again");

        build(Files.readAllLines(temp.resolve("second.jsonl")), again, "--previous=" + merged);

        assertThat(new Corpus(again).query("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM duplicates)"))
                .containsExactly("0\t60");
    }

    @Test
    void removedArticlesAreGoneFromAllMonthsAndDatasets(@TempDir Path out) throws IOException {
        Path a = copy(first, out.resolve("a"));
        Path b = copy(second, out.resolve("b"));
        String hidden =
                "SELECT article_id FROM articles WHERE url LIKE '%hilang.example%' OR record_id = 's1' ORDER BY 1";
        List<String> gone = new Corpus(a).query(hidden);
        Path ids = Files.write(
                out.resolve("ids.txt"), new Corpus(a).query("SELECT article_id FROM articles WHERE record_id = 's1'"));
        Path hosts = Files.writeString(out.resolve("hosts.txt"), "hilang.example\n");
        Files.writeString(a.resolve("notes.txt"), "mine");

        assertThat(Lintas.run("remove", "--corpus=" + a + "," + b, "--articles=" + ids, "--exclude=" + hosts))
                .isEqualTo(ExitCode.OK);

        assertThat(gone).hasSize(11);
        for (Path corpus : List.of(a, b)) {
            for (Dataset dataset : Dataset.values()) {
                for (String row : new Corpus(corpus).rows(dataset)) {
                    assertThat(row).doesNotContain(gone).doesNotContain("hilang.example");
                }
            }
            assertThat(check(corpus).code()).isEqualTo(ExitCode.OK);
        }
        assertThat(new Corpus(a).query("SELECT count(*) FROM articles")).containsExactly("19");
        assertThat(new Corpus(b).query("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM duplicates)"))
                .containsExactly("30\t19");
        assertThat(manifest(a).at("/conservation/written/removed").asLong()).isEqualTo(11);
        assertThat(manifest(b).at("/conservation/written/removed").asLong()).isEqualTo(11);
        assertThat(a.resolve("notes.txt")).hasContent("mine");
        assertThat(a.resolve("_next")).doesNotExist();
    }

    /** Copies in the next month are from another outlet, and are removed with the article of the first month. */
    @Test
    void anOutletIsRemovedByItsName(@TempDir Path out) throws IOException {
        Path a = copy(first, out.resolve("a"));
        Path b = copy(second, out.resolve("b"));
        Path list = Files.writeString(out.resolve("outlets.txt"), "outlet:HILANG.example\nsalin.example\n");

        assertThat(Lintas.run("remove", "--corpus=" + a + "," + b, "--exclude=" + list))
                .isEqualTo(ExitCode.OK);

        assertThat(new Corpus(a).query("SELECT count(*) FROM articles")).containsExactly("20");
        assertThat(new Corpus(b).query("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM duplicates)"))
                .containsExactly("30\t0");
    }

    @Test
    void unmatchedEntriesAreReportedAndNothingIsWritten(@TempDir Path out) throws IOException {
        Path a = copy(first, out.resolve("a"));
        FileTime before = Files.getLastModifiedTime(a.resolve("_SUCCESS"));
        Path hosts = Files.write(
                out.resolve("hosts.txt"),
                Stream.iterate(1, i -> i + 1)
                        .limit(12)
                        .map(i -> "tidak" + i + ".example")
                        .toList());
        Path ids = Files.writeString(out.resolve("ids.txt"), "# ids\n" + "f".repeat(32) + "\n");
        var said = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Lintas.run("remove", "--corpus=" + a, "--exclude=" + hosts, "--articles=" + ids))
                    .isEqualTo(ExitCode.OK);
        } finally {
            System.setErr(err);
        }

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "lintas: --articles=" + ids + ": 1 of 1 entries match no article or copy: line 2 '"
                                + "f".repeat(32) + "'",
                        "lintas: --exclude=" + hosts + ": 12 of 12 entries match no article or copy: line 1"
                                + " 'tidak1.example', line 2 'tidak2.example', line 3 'tidak3.example', line 4"
                                + " 'tidak4.example', line 5 'tidak5.example', and 7 more");
        assertThat(Files.getLastModifiedTime(a.resolve("_SUCCESS"))).isEqualTo(before);
    }

    @Test
    void aCorpusWithoutTextsIsMadeFromAFullOne(@TempDir Path out) {
        Path edition = out.resolve("edition");

        assertThat(Lintas.run("compact", "--corpus=" + first, "--output=" + edition, "--text=none"))
                .isEqualTo(ExitCode.OK);

        assertThat(new Corpus(edition).query("SELECT DISTINCT text FROM articles"))
                .containsExactly("");
        String sentences = "SELECT count(*) FROM (SELECT unnest(evidence) AS e FROM article_topics)"
                + " WHERE e.kind = 'sentence' AND e.field = 'text' AND e.term <> ''";
        assertThat(new Corpus(edition).query(sentences)).containsExactly("0");
        assertThat(new Corpus(first).query(sentences)).isNotEqualTo(List.of("0"));
        assertThat(Lintas.run("compact", "--corpus=" + edition, "--output=" + out.resolve("more"), "--text=full"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void unrelatedCorporaAreRefused(@TempDir Path out) {
        assertThat(Lintas.run("compact", "--corpus=" + second + "," + first, "--output=" + out.resolve("x")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(Lintas.run("compact", "--corpus=" + temp, "--output=" + out.resolve("x")))
                .isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(Lintas.run("compact", "--corpus=" + first, "--output=" + first, "--overwrite"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(Lintas.run("remove", "--corpus=" + first)).isEqualTo(ExitCode.USAGE);
        assertThat(Lintas.run("remove", "--corpus=" + first, "--articles=" + out.resolve("none")))
                .isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(out.resolve("x")).doesNotExist();
    }

    @Test
    void validCorporaPass() {
        Result result = check(second, "--previous=" + first);

        assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.OK);
        assertThat(result.out())
                .containsPattern("passed +articles.unique +30\n")
                .containsPattern("passed +duplicates.representative_id +30\n")
                .containsPattern("passed +manifest.digests")
                .containsPattern("skipped +drift.languages +too few articles")
                .contains(" 0 failed, 0 warned");
    }

    /** A table is rewritten with an error; in addition to the listed expectations, files differ from the manifest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    articles          | SELECT * FROM t UNION ALL FROM (FROM t LIMIT 1) ORDER BY article_id   | articles.unique, manifest.conservation
                    articles          | FROM t ORDER BY article_id DESC                                       | articles.sorted
                    articles          | FROM t WHERE false                                                     | article_topics.article_id, article_countries.article_id, fingerprints.representative_id
                    articles          | SELECT * REPLACE ('' AS text) FROM t ORDER BY article_id              | articles.text_length_range, article_topics.term
                    articles          | SELECT * REPLACE (1.5 AS language_confidence) FROM t ORDER BY article_id | articles.language_confidence_range
                    articles          | SELECT * REPLACE (NULL::VARCHAR AS content_digest) FROM t ORDER BY article_id | articles.not_null, articles.fingerprinted
                    articles          | SELECT * REPLACE (1 AS content_digest) FROM t ORDER BY article_id     | schema.columns
                    articles          | SELECT * EXCLUDE (text_length) FROM t ORDER BY article_id             | schema.columns
                    article_topics    | FROM t ORDER BY article_id, topic OFFSET 3                            | articles.topics_agree
                    article_topics    | SELECT * REPLACE (0 AS score) FROM t ORDER BY article_id, topic       | article_topics.score_range
                    article_countries | SELECT * REPLACE (99999 AS first_offset) FROM t ORDER BY article_id, country | article_countries.in_text
                    article_countries | SELECT * REPLACE ('xx' AS language) FROM t ORDER BY article_id, country | article_countries.language, article_countries.partition
                    rejects           | FROM t WHERE false                                                    | manifest.conservation, manifest.rejects_by_reason
                    """)
    void damageFailsTheMatchingExpectation(String dataset, String sql, String failing, @TempDir Path out)
            throws IOException, SQLException {
        Path corpus = copy(first, out.resolve("c"));
        Path file;
        try (Stream<Path> files = Files.walk(corpus.resolve(dataset))) {
            file = files.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t AS FROM read_parquet('" + file + "', hive_partitioning = false)");
            statement.execute("SET threads = 1");
            statement.execute("COPY (" + sql + ") TO '" + file + "' (FORMAT parquet)");
        }

        Result result = check(corpus);

        assertThat(result.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        List<String> failed = result.out()
                .lines()
                .filter(line -> line.startsWith("failed "))
                .map(line -> line.split(" +")[1])
                .toList();
        assertThat(failed)
                .contains("manifest.files")
                .containsAll(List.of(failing.split(", ")).subList(0, 1));
        assertThat(Stream.of(failing.split(", ")).filter(name -> !name.startsWith("duplicates")))
                .allSatisfy(name -> assertThat(failed).contains(name));
    }

    private record Result(ExitCode code, String out) {}

    private static Result check(Path corpus, String... flags) {
        var out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            ExitCode code = Lintas.run(
                    "check",
                    Stream.concat(Stream.of("--corpus=" + corpus), Stream.of(flags))
                            .toArray(String[]::new));
            return new Result(code, out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private static void build(List<String> lines, Path output, String... flags) throws IOException {
        Path input = Files.write(output.resolveSibling(output.getFileName() + ".jsonl"), lines);
        String[] arguments = Stream.concat(
                        Stream.of("--input=" + input, "--output=" + output, "--languages=any", "--parallelism=1"),
                        Stream.of(flags))
                .toArray(String[]::new);
        assertThat(Lintas.run("build", arguments)).isEqualTo(ExitCode.OK);
    }

    private static JsonNode manifest(Path corpus) throws IOException {
        return new ObjectMapper().readTree(corpus.resolve("_manifest.json").toFile());
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
