package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.corpus.check.CorpusCheck;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.schemas.Dataset;

/** A finished corpus is compared with its manifest before a command starts: all commands give the same exit code and name the file. */
class FinishedCorporaTest {

    private static final String PART = "part-00000-of-00001.zstd.parquet";

    @TempDir
    static Path temp;

    private static Path ids;

    @BeforeAll
    static void build() throws IOException {
        TwoMonths.build(temp.toString(), temp);
        ids = Files.writeString(temp.resolve("ids.txt"), "f".repeat(32) + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gone      | fingerprints                | fingerprints/PART is missing
                    gone      | articles/language=th        | articles/language=th/PART is missing; restore the files of the manifest
                    gone      | article_figures             | PART is missing
                    cut       | fingerprints                | fingerprints/PART has
                    cut       | articles/language=id        | articles/language=id/PART has
                    added     | articles/language=id        | articles/language=id/more.parquet is not in the manifest; remove it
                    added     | taxonomy                    | taxonomy/more.parquet is not in the manifest
                    no success | .                           | is not a finished corpus
                    no files  | .                           | its manifest is damaged
                    cut json  | .                           | _manifest.json is not valid JSON
                    """)
    void isRefusedByAllCommands(String damage, String folder, String message, @TempDir Path out) throws IOException {
        Path corpus = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        Path part = corpus.resolve(folder).resolve(PART);
        switch (damage) {
            case "gone" -> delete(corpus.resolve(folder));
            case "cut" -> cut(part);
            case "added" -> Files.copy(part, part.resolveSibling("more.parquet"));
            case "no success" -> Files.delete(corpus.resolve("_SUCCESS"));
            case "no files" -> Files.writeString(corpus.resolve("_manifest.json"), "{}");
            default -> cut(corpus.resolve("_manifest.json"));
        }
        List<String> before = TwoMonths.files(out);
        Path made = out.resolve("made");

        Map<String, Supplier<ExitCode>> commands = new TreeMap<>(Map.of(
                "build",
                () -> Lintas.run(
                        "build", "--input=" + temp.resolve("second.jsonl"), "--output=" + made, "--previous=" + corpus),
                "compact",
                () -> Lintas.run("compact", "--corpus=" + corpus, "--output=" + made),
                "remove",
                () -> Lintas.run("remove", "--corpus=" + corpus, "--articles=" + ids),
                "check",
                () -> Lintas.run("check", "--corpus=" + temp.resolve("first"), "--previous=" + corpus),
                "sql and report",
                () -> ask(corpus)));

        commands.forEach((name, command) -> {
            TwoMonths.Result result = TwoMonths.run(command);
            assertThat(result.code()).as(name + ": " + result.err()).isEqualTo(ExitCode.INPUT_MISSING);
            assertThat(result.err().lines())
                    .as(name)
                    .singleElement()
                    .asString()
                    .startsWith("lintas: --")
                    .contains(corpus.toString(), message.replace("PART", PART));
        });
        assertThat(TwoMonths.files(out)).isEqualTo(before);
    }

    private static ExitCode ask(Path corpus) {
        try (var database = CorpusDatabase.open(corpus)) {
            database.execute("FROM articles");
            return ExitCode.OK;
        } catch (RunFailure e) {
            System.err.println("lintas: " + e.getMessage());
            return e.code();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** File managers leave such files when somebody looks at a folder. */
    @Test
    void hiddenFilesDoNotMatter(@TempDir Path out) throws IOException {
        Path corpus = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        Files.writeString(corpus.resolve("articles/.DS_Store"), "x");
        Files.createDirectory(corpus.resolve("taxonomy/_temporary"));
        Files.writeString(corpus.resolve("taxonomy/_temporary/0"), "x");

        assertThat(ask(corpus)).isEqualTo(ExitCode.OK);
        assertThat(Lintas.run("check", "--corpus=" + corpus)).isEqualTo(ExitCode.OK);
        Files.writeString(corpus.resolve("articles/._" + PART), "x");
        assertThat(TwoMonths.run(() -> ask(corpus)).err())
                .contains("articles/._" + PART + " is not in the manifest; remove it");
    }

    @Test
    void checkNamesAMissingSuccess(@TempDir Path out) throws IOException {
        Path corpus = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        Files.delete(corpus.resolve("_SUCCESS"));

        TwoMonths.Result result = TwoMonths.run(() -> Lintas.run("check", "--corpus=" + corpus));

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.err()).contains("lintas: --corpus=" + corpus + ": _SUCCESS is missing");
    }

    /** DuckDB would make columns of them, or overwrite one. */
    @Test
    void foldersAboveACorpusAreNoPartitions(@TempDir Path out) throws IOException, SQLException {
        Path above = Files.createDirectories(out.resolve("language=xx/topic=x/year=2025"));
        Path corpus = TwoMonths.copy(temp.resolve("first"), above.resolve("first"));

        try (var database = CorpusDatabase.open(corpus);
                var plain = CorpusDatabase.open(temp.resolve("first"))) {
            for (Dataset dataset : Dataset.values()) {
                String rows = "FROM " + dataset.folder() + " ORDER BY ALL";
                assertThat(database.table(rows)).as(dataset.folder()).isEqualTo(plain.table(rows));
            }
        }
        assertThat(DigestCorpus.lines(corpus)).isEqualTo(DigestCorpus.lines(temp.resolve("first")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"article_id", "5b0c1f9d3a7e4c2288d1f06a9e4b7c3", "https://kabar.example/a"})
    void aLineThatIsNoIdIsRefused(String line, @TempDir Path out) throws IOException {
        Path list = Files.writeString(out.resolve("list"), "# to remove\n" + "F".repeat(32) + " # asked for\n" + line);

        TwoMonths.Result result =
                TwoMonths.run(() -> Lintas.run("remove", "--corpus=" + temp.resolve("first"), "--articles=" + list));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--articles=" + list + ": line 3: '" + line + "' is no id of an article");
    }

    /** Damage that check can read fails an expectation; a file that cannot be opened is named. */
    @Test
    void checkNamesTheFileThatCannotBeOpened(@TempDir Path out) throws IOException {
        Path corpus = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        cut(corpus.resolve("duplicates").resolve(PART));

        TwoMonths.Result result = TwoMonths.run(() -> Lintas.run("check", "--corpus=" + corpus));

        assertThat(result.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(CorpusCheck.onRequest(corpus, List.of()).check().json()).contains("duplicates/" + PART);
        assertThat(Lintas.run("check", "--corpus=" + out)).isEqualTo(ExitCode.INPUT_MISSING);
    }

    /** Changed bytes are detected when they are read. */
    @ParameterizedTest
    @CsvSource({
        "article_topics/language=id,100",
        "article_topics/language=id,400",
        "articles/language=id,1000",
        "rejects,-20"
    })
    void damageInsideAFileIsReportedWithItsName(String folder, int offset, @TempDir Path out) throws IOException {
        Path corpus = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        Path part = corpus.resolve(folder).resolve(PART);
        try (var file = new RandomAccessFile(part.toFile(), "rw")) {
            file.seek(offset < 0 ? file.length() + offset : offset);
            file.write(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});
        }

        TwoMonths.Result result =
                TwoMonths.run(() -> Lintas.run("compact", "--corpus=" + corpus, "--output=" + out.resolve("made")));

        assertThat(result.code()).isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(result.err().lines().filter(line -> line.startsWith("lintas: ")))
                .singleElement()
                .asString()
                .contains(part.toString())
                .doesNotContain("@");
        assertThat(TwoMonths.files(out.resolve("made"))).isEmpty();
    }

    @Test
    void aFileWithAWrongNumberOfRowsIsAnError(@TempDir Path out) throws IOException {
        Path corpus = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        Path manifest = corpus.resolve("_manifest.json");
        String part = "articles/language=th/" + PART;
        String before = Files.readString(manifest);
        int path = before.indexOf(part);
        int rows = before.indexOf("\"rows\" : 1", path);
        assertThat(path).isPositive();
        assertThat(rows).isPositive();
        Files.writeString(manifest, before.substring(0, rows) + "\"rows\" : 2" + before.substring(rows + 10));

        TwoMonths.Result result =
                TwoMonths.run(() -> Lintas.run("compact", "--corpus=" + corpus, "--output=" + out.resolve("made")));

        assertThat(result.code()).isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(result.err()).contains(part + ": has 1 rows instead of 2");
        assertThat(out.resolve("made/_SUCCESS")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "lintas.schema" : "0.1"    | "lintas.schema" : "0.2"   | its schema has version '0.2'
                    "lintas.dedup" : "near-3"  | "lintas.dedup" : "near-0" | its duplicates were dropped by version 'near-0'
                    "text" : "full"            | "text" : "none"           | was built with --text=none
                    """)
    void aPreviousCorpusThatCannotBeUsedIsRefused(String is, String was, String message, @TempDir Path out)
            throws IOException {
        Path corpus = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        Path manifest = corpus.resolve("_manifest.json");
        assertThat(manifest).content().contains(is);
        Files.writeString(manifest, Files.readString(manifest).replace(is, was));

        TwoMonths.Result result = TwoMonths.run(() -> Lintas.run(
                "build",
                "--input=" + temp.resolve("second.jsonl"),
                "--output=" + out.resolve("made"),
                "--previous=" + corpus));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--previous=" + corpus + ": " + message);
        assertThat(out.resolve("made")).doesNotExist();
    }

    @Test
    void corporaOnOtherStorageAreRefusedWithAdvice() {
        String far = "--corpus=s3://corpora/2025-11";

        for (Supplier<ExitCode> command : List.<Supplier<ExitCode>>of(
                () -> Lintas.run("check", far), () -> Lintas.run("remove", far, "--articles=" + ids))) {
            TwoMonths.Result result = TwoMonths.run(command);
            assertThat(result.code()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains("lintas: " + far + ": is not on a local disk; ");
        }
    }

    /** The path of a folder does not tell whether two are one. */
    @ParameterizedTest
    @CsvSource({"LINK, REAL", "REAL, LINK", "REAL, LINK/../first/."})
    void aCorpusIsNotOverwrittenWhileItIsRead(String from, String to, @TempDir Path out) throws IOException {
        Path real = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        Path link = Files.createSymbolicLink(out.resolve("link"), real);
        String corpus = from.replace("LINK", link.toString()).replace("REAL", real.toString());
        String output = "--output=" + to.replace("LINK", link.toString()).replace("REAL", real.toString());
        List<String> before = TwoMonths.files(real);

        Map<String, Supplier<ExitCode>> commands = new TreeMap<>(Map.of(
                "build",
                () -> Lintas.run(
                        "build",
                        "--input=" + temp.resolve("second.jsonl"),
                        "--previous=" + corpus,
                        output,
                        "--overwrite"),
                "compact",
                () -> Lintas.run("compact", "--corpus=" + corpus, output, "--overwrite"),
                "relabel",
                () -> Lintas.run("relabel", "--corpus=" + corpus, output, "--overwrite")));

        commands.forEach((name, command) -> {
            TwoMonths.Result result = TwoMonths.run(command);
            assertThat(result.code()).as(name + ": " + result.err()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).as(name).contains("also", "choose another");
        });
        assertThat(TwoMonths.files(real)).isEqualTo(before);
    }

    @Test
    void aCorpusIsNotOverwrittenByOneThatBuildsOnIt() throws IOException {
        List<String> before = TwoMonths.files(temp.resolve("first"));

        TwoMonths.Result result = TwoMonths.run(() -> Lintas.run(
                "relabel", "--corpus=" + temp.resolve("second"), "--output=" + temp.resolve("first"), "--overwrite"));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("builds on it; choose another");
        assertThat(TwoMonths.files(temp.resolve("first"))).isEqualTo(before);
    }

    /** A folder whose name looks like a glob. */
    @Test
    void foldersMayHaveAnyName(@TempDir Path out) throws IOException {
        Path plain = TwoMonths.copy(temp.resolve("first"), out.resolve("[2025]"));
        Path merged = out.resolve("merged");

        assertThat(Lintas.run("compact", "--corpus=" + plain, "--output=" + merged))
                .isEqualTo(ExitCode.OK);
        assertThat(Lintas.run("compact", "--corpus=" + plain, "--output=" + merged))
                .isEqualTo(ExitCode.USAGE);
        assertThat(Lintas.run("compact", "--corpus=" + plain, "--output=" + merged, "--overwrite"))
                .isEqualTo(ExitCode.OK);
    }

    private static void cut(Path file) throws IOException {
        try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
