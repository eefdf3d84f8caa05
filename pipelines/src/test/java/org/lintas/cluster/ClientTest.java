package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever waits for a run is interrupted, killed or cut off, or there are two of them. */
@Tag("cluster")
class ClientTest {

    @TempDir
    static Path temp;

    private static String input;
    private static List<String> expected;
    private static LocalCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        input = "--input=" + News.write(Files.createDirectory(temp.resolve("in")), 500, 8);
        cluster = LocalCluster.start(temp.resolve("flink"), 2, 1);
        var output = new Output(temp.resolve("undisturbed"));
        try (var command = run(output, cluster.flag())) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        expected = output.digest();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aSignalEndsTheJobAndRemovesItsOutput(String signal, int exitCode) throws Exception {
        var output = new Output(temp.resolve("signal-" + signal));
        try (var command = run(output, cluster.flag())) {
            awaitJob(command);
            command.signal(signal);

            assertThat(command.exitCode()).isEqualTo(exitCode);
            assertThat(command.output()).contains("lintas: interrupted");
        }
        assertThat(output.files()).isEmpty();
        assertThat(cluster.runningJob()).isEmpty();
    }

    @Test
    void aSignalEndsARunInOneProcessToo() throws Exception {
        var output = new Output(temp.resolve("signal-embedded"));
        try (var command = run(output, "--parallelism=1")) {
            while (!command.output().contains("files")) {
                Thread.sleep(200);
            }
            command.signal("TERM");

            assertThat(command.exitCode()).isEqualTo(143);
        }
        assertThat(output.files()).isEmpty();
    }

    @Test
    void afterAKilledClientTheSameCommandWithOverwriteSucceeds() throws Exception {
        var output = new Output(temp.resolve("killed"));
        String orphan;
        try (var command = run(output, cluster.flag())) {
            awaitJob(command);
            orphan = cluster.runningJob().orElseThrow();
            command.signal("KILL");
            command.exitCode();
        }
        assertThat(output.files()).isNotEmpty().doesNotContain("_SUCCESS");
        try (var command = run(output, cluster.flag())) {
            assertThat(command.exitCode()).as(command.output()).isEqualTo(2);
            assertThat(command.output()).contains("is not empty; choose another or add --overwrite");
        }
        assertThat(cluster.runningJob()).isNotEqualTo(Optional.of(orphan));
        try (var command = run(output, cluster.flag(), "--overwrite")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        output.assertComplete();
        assertThat(output.digest()).isEqualTo(expected);
    }

    @Test
    void ofTwoRunsToOneFolderTheSecondFailsAtOnce() throws Exception {
        var output = new Output(temp.resolve("two"));
        try (var first = run(output, cluster.flag())) {
            awaitJob(first);
            try (var second = run(output, "--parallelism=1", "--overwrite")) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertThat(second.output()).contains("another run writes to it, process");
            }
            assertThat(first.exitCode()).as(first.output()).isZero();
        }
        output.assertComplete();
        assertThat(output.digest()).isEqualTo(expected);
    }

    @Test
    void aClientThatIsCutOffForAWhileFinishesAllTheSame() throws Exception {
        var output = new Output(temp.resolve("cut"));
        int port = Integer.parseInt(cluster.master().split(":")[1]);
        try (var wire = new Wire(port);
                var command = run(output, "--flinkMaster=127.0.0.1:" + wire.port())) {
            awaitJob(command);
            wire.cut(true);
            Thread.sleep(25_000);
            wire.cut(false);

            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        output.assertComplete();
        assertThat(output.digest()).isEqualTo(expected);
    }

    @Test
    void theLossOfTheJobManagerIsToldAndNothingLooksFinished() throws Exception {
        var output = new Output(temp.resolve("lost"));
        try (var command = run(output, cluster.flag())) {
            awaitJob(command);
            cluster.killJobManager();

            assertThat(command.exitCode()).as(command.output()).isEqualTo(4);
            assertThat(command.output()).contains("lintas: the pipeline failed: ");
        }
        assertThat(output.files()).isEmpty();
        cluster.awaitSlots(2);
        try (var command = run(output, cluster.flag())) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        assertThat(output.digest()).isEqualTo(expected);
    }

    private static Command run(Output output, String... flags) throws Exception {
        var all = new ArrayList<>(List.of(input, "--output=" + output.folder()));
        all.addAll(List.of(flags));
        return Command.build(all.toArray(String[]::new));
    }

    private static void awaitJob(Command command) throws Exception {
        while (cluster.runningSteps().isEmpty()) {
            assertThat(command.isRunning()).as(command.output()).isTrue();
            Thread.sleep(100);
        }
    }
}
