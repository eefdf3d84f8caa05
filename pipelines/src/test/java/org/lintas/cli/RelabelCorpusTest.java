package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.dataset.Manifest;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;

/** The corpus of the sample, labelled again with decisions of readers. */
class RelabelCorpusTest {

    private static final String WATCH =
            "--watch=" + Path.of("src/sample-watch.tsv").toAbsolutePath();
    private static final String UNKNOWN = "f".repeat(32);

    @TempDir
    static Path temp;

    private static Path sample;
    private static Path corrected;
    private static List<Path> files;
    private static HelpTest.Captured run;

    /** An article with a main topic that becomes none. */
    private static String wrong;

    /** One without online_scam, which it gets, and a country that it does not name. */
    private static String missed;

    /** One of whose countries the first is wrong. */
    private static String abroad;

    /** One with copies, which is none. */
    private static String none;

    @BeforeAll
    static void correct() throws IOException {
        sample = SampleCorpus.folder();
        none = one(
                "SELECT representative_id FROM duplicates WHERE article_id <> representative_id ORDER BY ALL LIMIT 1");
        String others = "article_id <> '" + none + "' AND cluster_size = 1 ORDER BY article_id LIMIT 1";
        wrong = one("SELECT article_id FROM articles WHERE len(topics) = 1 AND is_cross_border AND " + others);
        missed = one("SELECT article_id FROM articles WHERE len(topics) = 0 AND language = 'th' AND " + others);
        abroad = one("SELECT article_id FROM articles WHERE len(countries) > 1 AND article_id NOT IN ('" + wrong
                + "', '" + missed + "') AND " + others);
        files = List.of(temp.resolve("one.jsonl"), temp.resolve("other.jsonl"));
        String topic = one("SELECT topics[1] FROM articles WHERE article_id = '" + wrong + "'");
        String country = one("SELECT countries[1] FROM articles WHERE article_id = '" + abroad + "'");
        String copy = one("SELECT min(article_id) FROM duplicates WHERE representative_id <> '" + none + "'");
        String original = one("SELECT representative_id FROM duplicates WHERE article_id = '" + copy + "'");
        Files.write(
                files.get(0),
                List.of(
                        line(wrong, "topic", topic, "main", "10:00:00"),
                        line(missed, "topic", "online_scam", "main", "10:00:00"),
                        line(missed, "country", "BR", "mention", "10:00:00"),
                        line(none, "article", "", "none", "10:00:00")));
        Files.write(
                files.get(1),
                List.of(
                        line(wrong, "topic", topic, "none", "10:00:01"),
                        "",
                        line(abroad, "country", country, "none", "10:00:00"),
                        line(original, "duplicate", copy, "none", "10:00:00"),
                        line(UNKNOWN, "topic", topic, "none", "10:00:00")));
        corrected = temp.resolve("corrected");
        run = relabel(sample, corrected, "--parallelism=2", corrections(files));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    private static String one(String sql) {
        return new Corpus(sample).query(sql).get(0);
    }

    private static String line(String article, String field, String value, String grade, String time) {
        return String.format(
                "{\"article_id\":\"%s\",\"field\":\"%s\",\"value\":\"%s\",\"grade\":\"%s\",\"reader\":\"sari\",\"at\":\"2026-11-27T%sZ\"}",
                article, field, value, grade, time);
    }

    private static String corrections(List<Path> files) {
        return "--corrections="
                + String.join(",", files.stream().map(Path::toString).toList());
    }

    private static HelpTest.Captured relabel(Path corpus, Path output, String... flags) {
        return HelpTest.captured(() -> Lintas.run(
                "relabel",
                Stream.concat(Stream.of("--corpus=" + corpus, "--output=" + output, WATCH), Stream.of(flags))
                        .toArray(String[]::new)));
    }

    private static void assertSameRows(Path one, Path other) {
        for (Dataset dataset : Dataset.values()) {
            assertThat(new Corpus(one).rows(dataset)).as(dataset.folder()).isEqualTo(new Corpus(other).rows(dataset));
        }
    }

    private static List<String> corrected(String sql) {
        return new Corpus(corrected).query(sql);
    }

    @Test
    void withoutCorrectionsTheRowsAreThoseOfTheBuild() {
        Path again = temp.resolve("again");

        HelpTest.Captured captured = relabel(sample, again, "--parallelism=1");

        assertThat(captured.code()).as(captured.err()).isEqualTo(ExitCode.OK);
        assertThat(captured.err()).doesNotContain("--corpus: its");
        assertSameRows(again, sample);
    }

    @Test
    void labelsAreAsReadersDecided() {
        assertThat(corrected("SELECT topics, is_transnational, is_cross_border FROM articles WHERE article_id = '"
                        + wrong + "'"))
                .containsExactly("[]\tfalse\tfalse");
        assertThat(corrected(
                        "SELECT topics, list_contains(countries, 'BR'), is_transnational FROM articles WHERE article_id = '"
                                + missed + "'"))
                .containsExactly("[online_scam]\ttrue\ttrue");
        assertThat(corrected("SELECT article_id, topic, grade, score FROM article_topics WHERE origin = 'reader'"))
                .containsExactly(missed + "\tonline_scam\tmain\t1.0");
        assertThat(
                        corrected(
                                "SELECT article_id, country, mentions, first_offset FROM article_countries WHERE origin = 'reader'"))
                .containsExactly(missed + "\tBR\t0\t-1");
        assertThat(one("SELECT len(countries) FROM articles WHERE article_id = '" + abroad + "'"))
                .isEqualTo(corrected("SELECT len(countries) + 1 FROM articles WHERE article_id = '" + abroad + "'")
                        .get(0));
        assertThat(corrected("SELECT count(*) FROM corrections")).containsExactly("6");
        assertThat(run.out())
                .contains(
                        "5 corrections applied; not applied: 1 of articles that the corpus does not have, 1 of copies");
    }

    @Test
    void whatIsNoArticleBecomesARejectWithItsCopies() throws IOException {
        String copies = one("SELECT count(*) FROM duplicates WHERE representative_id = '" + none + "'");

        assertThat(corrected("SELECT reason, count(*) FROM rejects WHERE stage = 'correction' GROUP BY 1"))
                .containsExactly("NOT_AN_ARTICLE\t" + (1 + Integer.parseInt(copies)));
        for (String dataset : List.of("articles", "article_topics", "article_countries", "incident_articles")) {
            assertThat(corrected("SELECT count(*) FROM " + dataset + " WHERE article_id = '" + none + "'"))
                    .as(dataset)
                    .containsExactly("0");
        }
        for (String dataset : List.of("duplicates", "fingerprints")) {
            assertThat(corrected("SELECT count(*) FROM " + dataset + " WHERE representative_id = '" + none + "'"))
                    .as(dataset)
                    .containsExactly("0");
        }
        assertThat(Lintas.run("check", "--corpus=" + corrected)).isEqualTo(ExitCode.OK);
        Manifest before = Manifest.parse(Files.readString(sample.resolve("_manifest.json")));
        Manifest manifest = Manifest.parse(Files.readString(corrected.resolve("_manifest.json")));
        assertThat(manifest.conservation().holds()).isTrue();
        assertThat(manifest.conservation().read())
                .isEqualTo(before.conservation().read());
        assertThat(manifest.inputs()).isEqualTo(before.inputs());
        assertThat(manifest.options())
                .containsEntry("corpus", sample.toString())
                .containsEntry("corpusRunId", before.runId());
        assertThat(manifest.option("correctionsSha256", "")).hasSize(64);
    }

    @Test
    void orderOfFilesAndLinesAndTheRunnerDoNotMatter() throws IOException {
        List<Path> turned = new ArrayList<>();
        for (Path file : List.of(files.get(1), files.get(0))) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            Collections.reverse(lines);
            turned.add(Files.write(temp.resolve("turned-" + file.getFileName()), lines));
        }
        Path other = temp.resolve("other");

        HelpTest.Captured captured = relabel(sample, other, "--runner=DirectRunner", corrections(turned));

        assertThat(captured.code()).as(captured.err()).isEqualTo(ExitCode.OK);
        assertSameRows(other, corrected);
    }

    @Test
    void decisionsSurviveCompactRemoveAndALaterRun() throws IOException {
        Path compacted = temp.resolve("compacted");
        Path later = temp.resolve("later");

        assertThat(Lintas.run("compact", "--corpus=" + corrected, "--output=" + compacted))
                .isEqualTo(ExitCode.OK);
        assertSameRows(compacted, corrected);
        HelpTest.Captured captured = relabel(compacted, later, "--parallelism=1");

        assertThat(captured.code()).as(captured.err()).isEqualTo(ExitCode.OK);
        assertThat(captured.out()).contains("5 corrections applied; not applied: 1 of copies");
        assertThat(captured.err()).as("labels are those of the same lists").doesNotContain("--corpus: its");
        assertSameRows(later, corrected);
        Path ids = Files.writeString(temp.resolve("ids"), missed.toUpperCase(Locale.ROOT) + " # asked for\n");
        assertThat(Lintas.run("remove", "--corpus=" + compacted, "--articles=" + ids))
                .isEqualTo(ExitCode.OK);
        assertThat(new Corpus(compacted)
                        .query("SELECT count(*), count(*) FILTER (WHERE article_id = '" + missed
                                + "') FROM corrections"))
                .containsExactly("4\t0");
    }

    @Test
    void aDamagedCorpusLeavesNothing(@TempDir Path out) throws IOException {
        Path damaged = SampleCorpus.copyTo(Files.createDirectory(out.resolve("damaged")));
        Path part;
        try (Stream<Path> parts = Files.list(damaged.resolve("articles/language=th"))) {
            part = parts.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(part);
        for (int i = bytes.length / 4; i < bytes.length / 2; i++) {
            bytes[i] ^= 1;
        }
        Files.write(part, bytes);

        HelpTest.Captured captured = relabel(damaged, out.resolve("new"), "--parallelism=1");

        assertThat(captured.code()).isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(captured.err()).contains(part.getFileName().toString());
        assertThat(TwoMonths.files(out.resolve("new"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    --output=OUT                                     | USAGE         | --corpus is missing
                    --corpus=SAMPLE                                  | USAGE         | --output is missing
                    --corpus=SAMPLE,OUT --output=OUT                 | USAGE         | give one corpus
                    --corpus=SAMPLE --output=SAMPLE                  | USAGE         | is also given as --corpus
                    --corpus=OUT --output=OUT/new                    | INPUT_MISSING | is not a finished corpus
                    --corpus=SAMPLE --output=OUT --corections=a      | USAGE         | --corections: no such flag; did you mean --corrections?; lintas relabel --help
                    --corpus=SAMPLE --output=OUT --corrections=OUT/a | INPUT_MISSING | --corrections=OUT/a: cannot be read
                    --corpus=SAMPLE --output=OUT --corrections=BAD   | USAGE         | --corrections=BAD: line 2: has no text for "field"
                    --corpus=TEXTS --output=OUT                      | USAGE         | was built with --text=none
                    --corpus=SCHEMA --output=OUT                     | USAGE         | its schema has version '0.0'
                    """)
    void badUsageSaysWhatToDo(String line, ExitCode code, String message, @TempDir Path out) throws IOException {
        Path bad = Files.writeString(temp.resolve("bad.jsonl"), "\n{}\n");
        Path texts = temp.resolve("texts");
        Path schema = temp.resolve("schema");
        if (line.contains("TEXTS")) {
            assertThat(Lintas.run("compact", "--corpus=" + sample, "--output=" + texts, "--text=none"))
                    .isEqualTo(ExitCode.OK);
        }
        if (line.contains("SCHEMA")) {
            Path manifest = SampleCorpus.copyTo(Files.createDirectory(schema)).resolve("_manifest.json");
            Files.writeString(
                    manifest,
                    Files.readString(manifest)
                            .replaceAll("\"lintas.schema\" : \"[^\"]*\"", "\"lintas.schema\" : \"0.0\""));
        }
        String[] args = named(line, out, bad, texts, schema).split(" ");

        HelpTest.Captured captured = HelpTest.captured(() -> Lintas.run("relabel", args));

        assertThat(captured.code()).as(captured.err()).isEqualTo(code);
        assertThat(captured.err()).contains(named(message, out, bad, texts, schema));
        assertThat(TwoMonths.files(out)).isEmpty();
    }

    private static String named(String text, Path out, Path bad, Path texts, Path schema) {
        return text.replace("OUT", out.toString())
                .replace("BAD", bad.toString())
                .replace("TEXTS", texts.toString())
                .replace("SAMPLE", sample.toString())
                .replace("SCHEMA", schema.toString());
    }
}
