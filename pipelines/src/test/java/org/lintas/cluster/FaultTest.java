package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        news = News.write(Files.createDirectory(temp.resolve("in")), 1_000, 4);
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

    @Test
    void tooLittleMemoryForClasses() throws Exception {
        assertFailsClearly(List.of("-XX:MaxMetaspaceSize=60m"), "Metaspace");
    }

    @Test
    void anUploadThatIsCutOffAndGrowsWhileItIsRead() throws Exception {
        Path whole = news.resolve("news-0.jsonl");
        byte[] bytes = Files.readAllBytes(whole);
        int half = bytes.length / 2 + 17;
        Files.write(whole, Arrays.copyOf(bytes, half));
        Path output = temp.resolve("c");
        try (var command = Command.build(flags(output))) {
            for (int at = half; at < bytes.length; at += 2_000) {
                byte[] more = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 2_000));
                Files.write(whole, more, StandardOpenOption.APPEND);
                Thread.sleep(200);
            }
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        JsonNode sum = new ObjectMapper()
                .readTree(output.resolve("_manifest.json").toFile())
                .path("conservation");
        assertThat(sum.path("holds").asBoolean()).isTrue();
        assertThat(sum.path("read").path("total").asInt()).isBetween(870, 1_000);
        assertThat(sum.path("written").path("rejects").asInt()).isBetween(0, 1);
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
        while (!Files.exists(output.resolve("_run"))) {
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
