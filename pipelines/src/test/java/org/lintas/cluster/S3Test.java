package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.cli.DigestCorpus;

/** From an object store to an object store, with what the environment says of it. */
@Tag("cluster")
class S3Test {

    private static final String SECRET = "kata-sandi-yang-tidak-dicetak";
    private static final List<String> HEAP = List.of("-Xmx1500m");

    @TempDir
    static Path temp;

    private static Path buckets;
    private static Server server;
    private static List<String> expected;

    @BeforeAll
    static void start() throws Exception {
        buckets = Files.createDirectory(temp.resolve("buckets"));
        Path news = News.write(Files.createDirectories(buckets.resolve("archives/2025/03")), 400, 5);
        put(news);
        Files.createDirectory(buckets.resolve("corpora"));
        server = Server.s3(buckets, "penguji", SECRET);
        Path local = temp.resolve("local");
        try (var command = Command.build("--input=" + news, "--output=" + local, "--parallelism=2")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        expected = DigestCorpus.lines(local, buckets.resolve("archives").toString());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void theRowsAreThoseOfLocalFiles() throws Exception {
        try (var command = build(server.port(), SECRET, "s3://archives/2025", "s3://corpora/a")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            assertThat(command.output()).doesNotContain(SECRET);
        }
        assertCorpus("a");
        try (var command = build(server.port(), SECRET, "s3://archives/2025/**/*.jsonl", "s3://corpora/a")) {
            assertThat(command.exitCode()).as(command.output()).isEqualTo(2);
            assertThat(command.output()).contains("s3://corpora/a: is not empty");
        }
        try (var command = build(server.port(), SECRET, "s3://archives/2025", "s3://corpora/a", "--overwrite")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        assertCorpus("a");
    }

    @Test
    void onAClusterWhoseWorkersHaveTheirOwnEnvironment() throws Exception {
        var environment = environment(server.port(), SECRET);
        try (var cluster = LocalCluster.start(environment, temp.resolve("flink"), 2, 1);
                var command =
                        build(server.port(), SECRET, "s3://archives/2025", "s3://corpora/cluster", cluster.flag())) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        assertCorpus("cluster");
    }

    @Test
    void aWrongSecretIsToldInOneLine() throws Exception {
        try (var command = build(server.port(), "salah", "s3://archives/2025", "s3://corpora/wrong")) {
            assertThat(command.exitCode()).as(command.output()).isEqualTo(3);
            assertThat(command.output().lines().filter(line -> line.startsWith("lintas: ")))
                    .singleElement()
                    .asString()
                    .contains("--input=s3://archives/2025")
                    .contains("403")
                    .doesNotContain("salah");
        }
    }

    @Test
    void aStoreThatFailsForAWhileIsBorne() throws Exception {
        String name = "faults";
        try (var wire = new Wire(server.port());
                var command = build(wire.port(), SECRET, "s3://archives/2025", "s3://corpora/" + name)) {
            awaitFile(command, buckets.resolve("corpora/" + name + "/_run/started"));
            for (int answers : List.of(4, 8, 12)) {
                wire.answer(answers == 8 ? 500 : 503);
                while (wire.answers() < answers && command.isRunning()) {
                    Thread.sleep(20);
                }
                wire.answer(0);
                Thread.sleep(2_000);
            }
            wire.delay(100);

            assertThat(command.exitCode()).as(command.output()).isZero();
            assertThat(wire.answers()).isGreaterThanOrEqualTo(12);
        }
        assertCorpus(name);
    }

    @Test
    void connectionsThatBreakWithinAnAnswerLoseNothing() throws Exception {
        try (var wire = new Wire(server.port());
                var command = build(wire.port(), SECRET, "s3://archives/2025", "s3://corpora/drops")) {
            awaitFile(command, buckets.resolve("corpora/drops/_run/started"));
            wire.dropEvery(4);

            assertThat(command.exitCode()).as(command.output()).isZero();
            assertThat(wire.drops()).isGreaterThan(3);
        }
        assertCorpus("drops");
    }

    @Test
    void aStoreThatStaysAwayEndsTheRun() throws Exception {
        var environment = new HashMap<>(environment(server.port(), SECRET));
        try (var wire = new Wire(server.port())) {
            environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + wire.port());
            // The patience that runs have is too long for a test.
            environment.put("AWS_MAX_ATTEMPTS", "2");
            try (var command = Command.build(
                    environment, HEAP, "--input=s3://archives/2025", "--output=s3://corpora/away", "--parallelism=1")) {
                awaitFile(command, buckets.resolve("corpora/away/_run/started"));
                wire.answer(503);

                assertThat(command.exitCode()).as(command.output()).isEqualTo(4);
                assertThat(command.output()).contains("lintas: ").contains("503");
            }
        }
        assertThat(buckets.resolve("corpora/away/_SUCCESS")).doesNotExist();
        try (var command = build(server.port(), SECRET, "s3://archives/2025", "s3://corpora/away", "--overwrite")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        assertCorpus("away");
    }

    @Test
    void finishedCorporaAreMergedAndGoneOnFrom() throws Exception {
        Path news = buckets.resolve("archives/2025/03");
        List<String> merged = FarCorpora.expected(news, Files.createDirectory(temp.resolve("months")));
        try (var wire = new Wire(server.port())) {
            var environment = new HashMap<>(environment(wire.port(), SECRET));
            environment.put("AWS_MAX_ATTEMPTS", "2");
            var corpora = new FarCorpora("s3://archives/2025/03", "s3://corpora/months", environment);
            corpora.build();
            corpora.assertLocalCommandsSaySo();

            wire.delay(40);
            try (Command command = corpora.compact("s3://corpora/merged")) {
                // The first dataset is there: that the output can be written was found out before.
                awaitDataset(command, buckets.resolve("corpora/merged"));
                wire.answer(503);
                assertThat(command.exitCode()).as(command.output()).isEqualTo(4);
                assertThat(command.output()).contains("lintas: writing s3://corpora/merged failed", "503");
            }
            wire.answer(0);
            wire.delay(0);
            assertThat(buckets.resolve("corpora/merged/_SUCCESS")).doesNotExist();
            try (Command command = corpora.compact("s3://corpora/merged", "--overwrite")) {
                assertThat(command.exitCode()).as(command.output()).isZero();
            }
            var output = new Output(buckets.resolve("corpora/merged"));
            output.assertComplete();
            assertThat(DigestCorpus.lines(output.folder(), "s3://archives/2025/03"))
                    .isEqualTo(merged);

            Files.delete(buckets.resolve("corpora/months/first/fingerprints/part-00000-of-00001.zstd.parquet"));
            String missing = "fingerprints/part-00000-of-00001.zstd.parquet is missing";
            corpora.fail(3, missing, "compact", "--corpus=" + corpora.first(), "--output=s3://corpora/x");
            corpora.fail(
                    3,
                    missing,
                    "build",
                    "--input=s3://archives/2025",
                    "--output=s3://corpora/x",
                    "--previous=" + corpora.first());
        }
    }

    /** Waits for a first file of a dataset, under its name or a temporary one. */
    private static void awaitDataset(Command command, Path corpus) throws Exception {
        Path run = corpus.resolve("_run");
        awaitFile(command, run);
        while (!hasDataset(corpus) && !hasDataset(run)) {
            assertThat(command.isRunning()).as(command.output()).isTrue();
            Thread.sleep(20);
        }
    }

    /** The folder of a run is made anew when what an earlier run left has been removed. */
    private static boolean hasDataset(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "art*")) {
            return found.iterator().hasNext();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void awaitFile(Command command, Path file) throws Exception {
        while (!Files.exists(file)) {
            assertThat(command.isRunning()).as(command.output()).isTrue();
            Thread.sleep(50);
        }
    }

    @Test
    void tenThousandObjects() throws Exception {
        Path many = Files.createDirectories(buckets.resolve("archives-many/texts"));
        for (int i = 0; i < 10_000; i++) {
            Files.writeString(many.resolve("t" + i + ".txt"), "Judul " + i + "\n\nKabar nomor " + i + " dari desa.\n");
        }
        put(many);
        try (var command =
                build(server.port(), SECRET, "s3://archives-many/texts", "s3://corpora/many", "--languages=any")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            assertThat(command.output()).contains("10,000 records of 10,000 files");
            System.out.println("measured "
                    + command.output()
                            .lines()
                            .filter(l -> l.contains(" files in "))
                            .toList());
        }
    }

    /** Makes objects of files: the store has their digests in an attribute of this name. */
    static void put(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
                Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                        .write("user.content-md5", ByteBuffer.wrap(digest));
            }
        }
    }

    private static Command build(int port, String secret, String input, String output, String... flags)
            throws IOException {
        return Command.build(
                environment(port, secret),
                HEAP,
                Stream.concat(Stream.of("--input=" + input, "--output=" + output, "--parallelism=2"), Stream.of(flags))
                        .toArray(String[]::new));
    }

    private static Map<String, String> environment(int port, String secret) {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                "penguji",
                "AWS_SECRET_ACCESS_KEY",
                secret,
                "AWS_ENDPOINT_URL_S3",
                "http://127.0.0.1:" + port,
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }

    private static void assertCorpus(String name) throws Exception {
        var output = new Output(buckets.resolve("corpora/" + name));
        output.assertComplete();
        assertThat(DigestCorpus.lines(output.folder(), "s3://archives")).isEqualTo(expected);
    }
}
