package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;

/** End-to-end test through the command line, on the bundled sample. */
class BuildCorpusTest {

    private static final Path SAMPLE = Path.of("src/sample").toAbsolutePath();
    private static final Path WATCHED = SAMPLE.resolveSibling("sample-watch.tsv");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static Path built;

    @BeforeAll
    static void build() {
        built = SampleCorpus.folder();
    }

    /** Run the tests with {@code -Dlintas.golden=write} to update the golden files. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    articles          | SELECT record_id, language, published_at, published_precision, dateline, source, author, cluster_size, topics, countries, countries_by_place, is_transnational, length(text), url, title FROM articles ORDER BY ALL
                    article_topics    | SELECT record_id, topic, grade, round(score, 3), [replace(e.term, chr(10), ' ') for e in evidence] FROM article_topics ORDER BY ALL
                    article_countries | SELECT record_id, country, mentions, first_offset FROM article_countries ORDER BY ALL
                    article_places    | SELECT record_id, place, country, kind, mentions, first_offset, lat, lon FROM article_places ORDER BY ALL
                    article_figures   | SELECT record_id, kind, subject, value, value_high, unit, text, "start", "end" FROM article_figures ORDER BY ALL
                    article_entities  | SELECT record_id, entity_id, kind, origin, name, normalised_name, in_title, "start", "end", latin_name, name_sound FROM article_entities ORDER BY ALL
                    taxonomy          | SELECT position, topic, name, asean, oci, iccs FROM taxonomy ORDER BY ALL
                    duplicates        | SELECT record_id, representative_record_id, kind, relation, similarity, published_at FROM duplicates ORDER BY ALL
                    rejects           | SELECT record_id, stage, reason, archive_offset, detail FROM rejects ORDER BY ALL
                    """)
    void rowsMatchTheGoldenFiles(String name, String sql) throws IOException {
        List<String> rows = new Corpus(built).query(sql);
        Path golden = GOLDEN.resolve(name + ".tsv");
        if ("write".equals(System.getProperty("lintas.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, rows);
        }
        assertThat(rows).isEqualTo(Files.readAllLines(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--parallelism=1", "--parallelism=4", "--runner=DirectRunner"})
    void everyRunnerGivesTheSameRows(String flag, @TempDir Path out) {
        assertThat(run(SAMPLE, out.resolve("c"), flag)).isEqualTo(ExitCode.OK);

        assertThat(allRows(out.resolve("c"))).isEqualTo(allRows(built));
    }

    @Test
    void namesAndOrderOfFilesDoNotMatter(@TempDir Path out) throws IOException {
        Path renamed = Files.createDirectory(out.resolve("renamed"));
        List<Path> entries;
        try (Stream<Path> files = Files.list(SAMPLE)) {
            entries = files.sorted().toList();
        }
        for (int i = 0; i < entries.size(); i++) {
            copy(
                    entries.get(i),
                    renamed.resolve(
                            "r" + (entries.size() - i) + "-" + entries.get(i).getFileName()));
        }

        assertThat(run(renamed, out.resolve("c"), "--parallelism=2")).isEqualTo(ExitCode.OK);

        assertThat(allRows(out.resolve("c"))).isEqualTo(allRows(built));
    }

    @Test
    void theSameInputMakesTheSameFilesWithRowsInTheSameOrder(@TempDir Path out) throws IOException {
        assertThat(run(SAMPLE, out.resolve("c"), "--parallelism=3")).isEqualTo(ExitCode.OK);

        assertThat(filesWithRows(out.resolve("c"))).hasSizeGreaterThan(11).isEqualTo(filesWithRows(built));
    }

    @Test
    void evidenceIsAtItsOffsets() {
        List<String> wrong = new Corpus(built).query("""
                WITH hit AS (SELECT article_id, topic, unnest(evidence) AS e FROM article_topics)
                SELECT topic, e.term
                FROM hit JOIN articles USING (article_id)
                WHERE e.term <> array_to_string(list_slice(string_split(
                        CASE e.field WHEN 'title' THEN title ELSE text END, ''), e."start" + 1, e."end"), '')
                """);

        assertThat(wrong).isEmpty();
    }

    @Test
    void figuresAreAtTheirOffsets() {
        List<String> wrong = new Corpus(built).query("""
                SELECT f.text
                FROM article_figures f JOIN articles a USING (article_id)
                WHERE f.text <> array_to_string(list_slice(string_split(a.text, ''), f."start" + 1, f."end"), '')
                """);

        assertThat(wrong).isEmpty();
    }

    @Test
    void namesAreAtTheirOffsets() {
        List<String> wrong = new Corpus(built).query("""
                SELECT e.name
                FROM article_entities e JOIN articles a USING (article_id)
                WHERE e.name <> array_to_string(list_slice(string_split(
                        CASE WHEN e.in_title THEN a.title ELSE a.text END, ''), e."start" + 1, e."end"), '')
                """);

        assertThat(wrong).isEmpty();
    }

    @Test
    void theManifestHoldsTheDigestOfTheWatchList() throws IOException {
        assertThat(manifest(built).at("/options/watchSha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void theTaxonomyExplainsEveryLabel() {
        List<String> unexplained = new Corpus(built).query("""
                SELECT DISTINCT topic FROM article_topics ANTI JOIN taxonomy USING (topic)
                UNION ALL
                SELECT DISTINCT topic FROM article_topics ANTI JOIN taxonomy_terms USING (topic, language)
                """);

        assertThat(unexplained).isEmpty();
    }

    @Test
    void nothingIsLost() throws IOException {
        JsonNode conservation = manifest(built).path("conservation");

        assertThat(conservation.path("holds").asBoolean()).isTrue();
        assertThat(conservation.path("read").path("total").asLong()).isEqualTo(121);
        assertThat(conservation.path("written").path("total").asLong())
                .isEqualTo(new Corpus(built)
                        .query(
                                "SELECT 1 FROM articles UNION ALL SELECT 1 FROM duplicates UNION ALL SELECT 1 FROM rejects")
                        .size());
    }

    @Test
    void everyExpectationPassesAndIsInTheManifest() throws IOException {
        JsonNode checks =
                new ObjectMapper().readTree(built.resolve("_checks.json").toFile());

        assertThat(checks.path("failed").asInt()
                        + checks.path("warned").asInt()
                        + checks.path("unchecked").asInt())
                .as(checks.toPrettyString())
                .isZero();
        assertThat(checks.path("passed").asInt()).isGreaterThan(50);
        assertThat(manifest(built).path("expectations"))
                .hasSize(checks.path("passed").asInt())
                .allSatisfy(expectation ->
                        assertThat(expectation.path("passed").asBoolean()).isTrue());
    }

    /** No worker is lost in a test, so pipeline counters equal the counts in the manifest. */
    @Test
    void countersMatchTheManifest() throws IOException {
        JsonNode counters = new ObjectMapper()
                .readTree(built.resolve("_metrics.json").toFile())
                .path("counters");
        JsonNode manifest = manifest(built);

        assertThat(counters.path("archive.documents").asLong()
                        + counters.path("archive.rejects").asLong())
                .isEqualTo(manifest.at("/conservation/read/total").asLong());
        assertThat(counters.path("dataset.rows_articles").asLong())
                .isEqualTo(manifest.at("/conservation/written/articles").asLong());
        assertThat(counters.path("language.other_language").asLong())
                .isEqualTo(manifest.at("/rejects_by_reason/OTHER_LANGUAGE").asLong())
                .isPositive();
        for (var reason : manifest.path("rejects_by_reason").properties()) {
            String suffix = "." + reason.getKey().toLowerCase(Locale.ROOT);
            long counted = counters.properties().stream()
                    .filter(counter -> counter.getKey().endsWith(suffix))
                    .mapToLong(counter -> counter.getValue().asLong())
                    .sum();
            assertThat(counted).as(suffix).isEqualTo(reason.getValue().asLong());
        }
    }

    @Test
    void successFileExistsAndTemporaryFilesAreRemoved() throws IOException {
        try (Stream<Path> files = Files.list(built)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "_SUCCESS",
                            "_manifest.json",
                            "_checks.json",
                            "_metrics.json",
                            "README.md",
                            "report.html",
                            "quality.html",
                            "CITATION.cff",
                            "croissant.json",
                            "articles",
                            "article_topics",
                            "article_countries",
                            "article_places",
                            "article_figures",
                            "article_entities",
                            "incidents",
                            "incident_articles",
                            "incident_figures",
                            "duplicates",
                            "fingerprints",
                            "rejects",
                            "outlet_lines",
                            "corrections",
                            "taxonomy",
                            "taxonomy_terms");
        }
    }

    @Test
    void aRecordMayBeLongerThanASortBuffer(@TempDir Path out) throws IOException {
        String text = IntStream.range(0, 900_000).mapToObj(i -> "kapal" + i).collect(Collectors.joining(" "));
        Files.writeString(
                out.resolve("long.jsonl"),
                "{\"id\":\"a\",\"text\":\"" + text + "\"}\n{\"id\":\"b\",\"text\":\"Kabar. " + text + "\"}\n");

        assertThat(run(out.resolve("long.jsonl"), out.resolve("c"), "--parallelism=1", "--languages=any"))
                .isEqualTo(ExitCode.OK);

        assertThat(new Corpus(out.resolve("c")).query("SELECT record_id, cluster_size FROM articles"))
                .containsExactly("b\t2");
    }

    @Test
    void tooManyRejectsFailTheRunAndLeaveNothing(@TempDir Path out) throws IOException {
        assertThat(run(SAMPLE, out.resolve("c"), "--maxRejectRate=0.01", "--parallelism=1"))
                .isEqualTo(ExitCode.REJECT_RATE_EXCEEDED);

        try (Stream<Path> files = Files.walk(out.resolve("c"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aFailedPipelineLeavesNothingThatLooksFinished(@TempDir Path out) throws IOException {
        Files.writeString(out.resolve("_manifest.json"), "of an earlier corpus");
        Path inTheWay = Files.writeString(out.resolve("article_topics"), "a file where a folder must be");

        assertThat(run(SAMPLE, out, "--overwrite", "--parallelism=1")).isEqualTo(ExitCode.PIPELINE_FAILED);

        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(inTheWay);
        }
    }

    @Test
    void overwriteReplacesAnEarlierCorpusAndNothingElse(@TempDir Path out) throws IOException {
        Path corpus = Files.createDirectories(out.resolve("c"));
        Path stale = Files.createDirectories(corpus.resolve("articles/language=xx"))
                .resolve("part-00000-of-00001.zstd.parquet");
        Files.writeString(corpus.resolve("_manifest.json"), "{}");
        Files.writeString(stale, "stale");
        Path foreign = Files.writeString(corpus.resolve("notes.txt"), "mine");

        assertThat(run(SAMPLE.resolve("pages"), corpus, "--overwrite", "--parallelism=1"))
                .isEqualTo(ExitCode.OK);

        assertThat(stale).doesNotExist();
        assertThat(foreign).hasContent("mine");
        assertThat(new Corpus(corpus).query("SELECT count(*) FROM articles")).containsExactly("11");
    }

    /** Records of other hosts are counted, in an archive and in a file of JSON lines, whose records say their address. */
    @Test
    void onlyRecordsOfListedHostsAreRead(@TempDir Path out) throws IOException {
        Path hosts = Files.writeString(out.resolve("hosts.tsv"), "tonlemeas.example\tTonle Meas\n");
        Path input = Files.createDirectory(out.resolve("input"));
        Files.copy(SAMPLE.resolve("crawl.warc.gz"), input.resolve("crawl.warc.gz"));
        Files.writeString(
                input.resolve("dump.jsonl"),
                "{\"url\": \"https://lain.example/1\", \"title\": \"Lain\", \"text\": \"Berita dari tempat lain.\"}\n");
        Path corpus = out.resolve("only");

        assertThat(run(input, corpus, "--only=" + hosts, "--parallelism=1")).isEqualTo(ExitCode.OK);

        assertThat(new Corpus(corpus).query("SELECT DISTINCT url_host FROM articles"))
                .containsExactly("tonlemeas.example");
        long others = 0;
        for (JsonNode archive : manifest(corpus).path("inputs")) {
            others += archive.at("/skipped/other_host").asLong();
        }
        assertThat(others).isEqualTo(24);
        assertThat(manifest(corpus).at("/options/only").asText()).isEqualTo(hosts.toString());
    }

    private static ExitCode run(Path input, Path output, String... flags) {
        return Lintas.run(
                "build",
                Stream.concat(
                                Stream.of("--input=" + input, "--output=" + output, "--watch=" + WATCHED),
                                Stream.of(flags))
                        .toArray(String[]::new));
    }

    private static Map<Dataset, List<String>> allRows(Path corpus) {
        Map<Dataset, List<String>> rows = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            rows.put(dataset, new Corpus(corpus).rows(dataset));
        }
        return rows;
    }

    private static JsonNode manifest(Path corpus) throws IOException {
        return new ObjectMapper().readTree(corpus.resolve("_manifest.json").toFile());
    }

    private static Map<String, List<String>> filesWithRows(Path corpus) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        for (JsonNode file : manifest(corpus).path("files")) {
            String path = file.path("path").asText();
            files.put(path, new Corpus(corpus).query("SELECT * FROM read_parquet('" + corpus.resolve(path) + "')"));
        }
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
