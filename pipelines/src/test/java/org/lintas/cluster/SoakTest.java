package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.cli.DigestCorpus;

/**
 * Builds for as long as {@code -Dlintas.soak.minutes} says, on a cluster of two workers of which one is killed every ten minutes, from and to an
 * object store that breaks off every hundredth answer: every corpus has the rows of an undisturbed one. Not run without that property.
 */
@Tag("cluster")
class SoakTest {

    private static final long MINUTES = Long.getLong("lintas.soak.minutes", 0);
    private static final Duration BETWEEN_KILLS = Duration.ofMinutes(10);
    private static final int ANSWERS_UNTIL_FAULT = 100;

    private static final String USER = "penguji";
    private static final String SECRET = "kata-sandi-uji";

    @TempDir
    Path temp;

    @Test
    void theRowsAreTheSameForAsLongAsItRuns() throws Exception {
        assumeTrue(MINUTES > 0, "-Dlintas.soak.minutes is not given");
        assumeTrue(System.getProperty("lintas.shared") != null, "-Dlintas.shared is not given");
        Path buckets = Files.createDirectory(temp.resolve("buckets"));
        Path news = Files.createDirectories(buckets.resolve("archives/news"));
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("lintas.shared"), "articles"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl.gz")).toList()) {
                Files.copy(file, news.resolve(file.getFileName()));
            }
        }
        S3Test.put(news);
        Files.createDirectory(buckets.resolve("corpora"));
        Path local = temp.resolve("local");
        try (var command =
                Command.build(Map.of(), List.of("-Xmx4g"), "--input=" + news, "--output=" + local, "--parallelism=2")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        List<String> expected = DigestCorpus.lines(local, news.toString());

        int kills = 0;
        int builds = 0;
        long start = System.nanoTime();
        try (var server = Server.s3(buckets, USER, SECRET);
                var wire = new Wire(server.port())) {
            wire.dropEvery(ANSWERS_UNTIL_FAULT);
            Map<String, String> environment = Map.of(
                    "AWS_ACCESS_KEY_ID",
                    USER,
                    "AWS_SECRET_ACCESS_KEY",
                    SECRET,
                    "AWS_ENDPOINT_URL_S3",
                    "http://127.0.0.1:" + wire.port(),
                    "AWS_EC2_METADATA_DISABLED",
                    "true");
            try (var cluster = LocalCluster.start(environment, temp.resolve("flink"), 2, 1)) {
                while (elapsed(start).toMinutes() < MINUTES) {
                    try (var command = Command.build(
                            environment,
                            List.of("-Xmx1500m"),
                            "--input=s3://archives/news",
                            "--output=s3://corpora/soak",
                            "--overwrite",
                            cluster.flag())) {
                        while (command.isRunning()) {
                            if (elapsed(start).compareTo(BETWEEN_KILLS.multipliedBy(kills + 1)) >= 0) {
                                cluster.kill(1 + kills % 2);
                                kills++;
                            }
                            Thread.sleep(200);
                        }
                        assertThat(command.exitCode()).as(command.output()).isZero();
                    }
                    var output = new Output(buckets.resolve("corpora/soak"));
                    output.assertComplete();
                    assertThat(DigestCorpus.lines(output.folder(), "s3://archives/news"))
                            .isEqualTo(expected);
                    builds++;
                    System.out.printf(
                            "measured after %d minutes: %d builds with the same rows, %d kills, %d answers broken off%n",
                            elapsed(start).toMinutes(), builds, kills, wire.drops());
                }
            }
            assertThat(wire.drops()).isPositive();
        }
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
