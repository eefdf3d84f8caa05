package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine fails under a run: either it recovers or fails clearly, and nothing looks finished that is not. */
@Tag("cluster")
class FaultTest {

    private static final List<String> HEAP = List.of("-Xmx1500m");

    @TempDir
    Path temp;

    private Path news;
    private Path disk;

    @BeforeEach
    void write() throws IOException {
        news = News.write(Files.createDirectory(temp.resolve("in")), 400, 4);
        disk = Files.createDirectory(temp.resolve("disk"));
    }

    @AfterEach
    void unmount() throws Exception {
        shell("umount", "-l", disk.toString());
    }

    @Test
    void aFullDiskUnderTheOutput() throws Exception {
        mount("64k");

        assertFailsClearly(List.of(), "No space left on device");
    }

    @Test
    void aFullDiskUnderTemporaryFiles() throws Exception {
        mount("1m");
        Path output = temp.resolve("c");
        var java = List.of("-Xmx1500m", "-Djava.io.tmpdir=" + disk);
        try (var command = Command.build(Map.of(), java, flags(output))) {
            assertThat(command.exitCode()).as(command.output()).isEqualTo(4);
            assertThat(lastLine(command)).startsWith("lintas: ");
        }
        assertThat(new Output(output).files()).isEmpty();
    }

    @Test
    void anOutputThatBecomesReadOnly() throws Exception {
        mount("100m");
        Path output = disk.resolve("c");
        try (var command = Command.build(flags(output))) {
            awaitStart(command, output);
            assertThat(shell("mount", "-o", "remount,ro", disk.toString())).isZero();

            assertThat(command.exitCode()).as(command.output()).isEqualTo(4);
            assertThat(lastLine(command)).startsWith("lintas: ").contains(output.toString());
        }
        assertThat(new Output(output).files()).doesNotContain("_SUCCESS");
    }

    @Test
    void anOutputThatIsTakenAway() throws Exception {
        Path output = temp.resolve("c");
        try (var command = Command.build(flags(output))) {
            // Some part files are written and noted, others are not.
            while (!Files.exists(output.resolve("rejects")) && command.isRunning()) {
                Thread.sleep(20);
            }
            shell("rm", "-rf", output.toString());
            int code = command.exitCode();

            assertThat(code).as(command.output()).isIn(0, 4);
            if (code == 0) {
                new Output(output).assertComplete();
            } else {
                assertThat(lastLine(command)).startsWith("lintas: ");
                assertThat(new Output(output).files()).doesNotContain("_SUCCESS");
            }
        }
    }

    /** Longer than the parts of a cluster wait for each other. */
    @Test
    void aProcessThatIsSuspendedGoesOn() throws Exception {
        Path output = temp.resolve("c");
        try (var command = Command.build(flags(output))) {
            awaitStart(command, output);
            command.signal("STOP");
            Thread.sleep(65_000);
            command.signal("CONT");

            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        new Output(output).assertComplete();
    }

    @Test
    void tooLittleMemoryForClasses() throws Exception {
        assertFailsClearly(
                List.of("-Xmx1500m", "-XX:MaxMetaspaceSize=60m"), "lintas: -XX:MaxMetaspaceSize=60m is too small");

        // What is asked for is enough.
        Path output = temp.resolve("c");
        var java = List.of("-Xmx1500m", "-XX:MaxMetaspaceSize=160m");
        try (var command = Command.build(Map.of(), java, flags(output))) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        new Output(output).assertComplete();
    }

    @Test
    void anUploadThatIsCutOffAndGrowsWhileItIsRead() throws Exception {
        Path whole = news.resolve("news-0.jsonl");
        byte[] bytes = Files.readAllBytes(whole);
        int half = bytes.length / 2 + 17;
        Files.write(whole, Arrays.copyOf(bytes, half));
        Path output = temp.resolve("c");
        try (var command = Command.build(flags(output))) {
            for (int at = half; at < bytes.length; at += 800) {
                byte[] more = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 800));
                Files.write(whole, more, StandardOpenOption.APPEND);
                Thread.sleep(200);
            }
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        JsonNode sum = new ObjectMapper()
                .readTree(output.resolve("_manifest.json").toFile())
                .path("conservation");
        assertThat(sum.path("holds").asBoolean()).isTrue();
        assertThat(sum.path("read").path("total").asInt()).isBetween(348, 400);
        assertThat(sum.path("written").path("rejects").asInt()).isBetween(0, 1);
        new Output(output).assertComplete();
    }

    /** The clock of all processes goes forward by hours, then back by more. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClockThatJumps(boolean onCluster) throws Exception {
        Path undisturbed = temp.resolve("undisturbed");
        try (var command = Command.build(flags(undisturbed))) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        Path offset = Files.writeString(temp.resolve("offset"), "+0");
        Map<String, String> environment = Map.of(
                "LD_PRELOAD", clockLibrary().toString(),
                "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DISABLE_SHM", "1",
                // A machine whose clock is set still counts its seconds, and sleeps as long as before.
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
        Path output = temp.resolve("c");
        var flags = new ArrayList<>(List.of(flags(output)));
        try (var cluster = onCluster ? LocalCluster.start(environment, temp.resolve("flink"), 2, 1) : null) {
            if (onCluster) {
                flags.add(cluster.flag());
            }
            try (var command = Command.build(environment, HEAP, flags.toArray(String[]::new))) {
                awaitStart(command, output);
                for (String jump : List.of("+5h", "-20h", "+0")) {
                    Thread.sleep(3_000);
                    Path next = Files.writeString(temp.resolve("next"), jump);
                    Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
                }
                int code = command.exitCode();
                System.out.println("measured exit code after jumps of the clock: " + code);
                if (code == 0) {
                    assertThat(new Output(output).digest()).isEqualTo(new Output(undisturbed).digest());
                } else {
                    assertThat(lastLine(command)).startsWith("lintas: ");
                    assertThat(new Output(output).files()).isEmpty();
                }
            }
        }
    }

    private static Path clockLibrary() throws IOException {
        try (Stream<Path> libraries =
                Files.find(Path.of("/usr/lib"), 3, (path, a) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            Optional<Path> library = libraries.findFirst();
            assumeTrue(library.isPresent(), "faketime is installed");
            return library.get();
        }
    }

    @Test
    void aProcessThatGetsNoMoreMemoryFromTheMachine() throws Exception {
        Path output = temp.resolve("c");
        var java = List.of(
                "-Xmx1500m",
                "-XX:ErrorFile=" + temp.resolve("crash.log"),
                "-XX:ReplayDataFile=" + temp.resolve("replay.log"));
        try (var command = Command.build(Map.of(), java, flags(output))) {
            awaitStart(command, output);
            assertThat(shell("prlimit", "--pid", String.valueOf(command.process()), "--as=500000000"))
                    .isZero();

            assertThat(command.exitCode()).as(command.output()).isNotZero();
            assertThat(command.output()).containsIgnoringCase("memory");
        }
        assertThat(new Output(output).files()).doesNotContain("_SUCCESS");
        // Nobody has cleared up; the same command does.
        var again = new ArrayList<>(List.of(flags(output)));
        again.add("--overwrite");
        try (var command = Command.build(again.toArray(String[]::new))) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        new Output(output).assertComplete();
    }

    private void assertFailsClearly(List<String> java, String message) throws Exception {
        Path output = disk.resolve("c");
        try (var command = Command.build(Map.of(), java.isEmpty() ? HEAP : java, flags(output))) {
            assertThat(command.exitCode()).as(command.output()).isNotZero();
            assertThat(command.output()).contains(message);
        }
        assertThat(new Output(output).files()).doesNotContain("_SUCCESS");
    }

    private String[] flags(Path output) {
        return new String[] {"--input=" + news, "--output=" + output, "--parallelism=1"};
    }

    private static String lastLine(Command command) throws IOException {
        List<String> lines = command.output().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static void awaitStart(Command command, Path output) throws Exception {
        while (!Files.exists(output.resolve("_run/started"))) {
            assertThat(command.isRunning()).as(command.output()).isTrue();
            Thread.sleep(20);
        }
    }

    /** A file system of its own, as small as asked for; only root can make one. */
    private void mount(String size) throws Exception {
        assumeTrue(
                shell("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()) == 0,
                "a file system can be mounted");
    }

    private static int shell(String... line) throws IOException, InterruptedException {
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
