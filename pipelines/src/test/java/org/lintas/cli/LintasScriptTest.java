package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/lintas} itself, in a process of its own, with signals; its jar are the classes of this test. */
class LintasScriptTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private Path script;
    private Path input;
    private Path started;
    private Path told;

    @BeforeEach
    void copy() throws IOException {
        script = Files.createDirectory(home.resolve("scripts")).resolve("lintas");
        Files.copy(PROJECT.resolve("scripts/lintas"), script);
        script.toFile().setExecutable(true);
        started = home.resolve("started");
        Path pipelines =
                Files.createDirectories(home.resolve("pipelines/target")).getParent();
        Files.createFile(pipelines.resolve("target/lintas.jar"));
        input = Files.createDirectories(pipelines.resolve("src/sample"));
        Files.writeString(input.resolveSibling("sample-watch.tsv"), "kabar\torganisation\tany\tKabar\n");
        Files.writeString(
                input.resolve("news.jsonl"),
                "{\"text\": \"Polisi menangkap tersangka di Batam.\", \"source\": \"Kabar\"}\n");
        told = home.resolve("options");
        // java OPTIONS… -cp JAR MAIN ARGUMENTS…, with the classes in place of the jar; tells its options and its
        // number.
        program(
                "java",
                "options=()",
                "while [ \"$1\" != -cp ]; do options+=(\"$1\"); shift; done",
                "shift 2",
                "printf '%s\\n' \"${options[@]}\" >'" + told + "'",
                "echo $$ >>'" + started + "'",
                "exec '" + System.getProperty("java.home") + "/bin/java' \"${options[@]}\" -cp '"
                        + System.getProperty("java.class.path") + "' \"$@\"");
    }

    private void program(String name, String... lines) throws IOException {
        Path file = Files.createDirectories(home.resolve("bin")).resolve(name);
        Files.write(
                file, Stream.concat(Stream.of("#!/bin/bash"), Stream.of(lines)).toList());
        file.toFile().setExecutable(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalIsTheRegularEndOfBrowse(String signal) throws Exception {
        var run = new Run(List.of("browse", "--corpus=" + SampleCorpus.folder()));
        run.await("Ctrl-C ends it.");
        assertThat(run.printed())
                .containsPattern("108 articles at http://127\\.0\\.0\\.1:[0-9]+/[A-Za-z0-9_-]{22}/\\R");

        run.signal(signal);

        assertThat(run.exitCode()).as(run.printed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"build, TERM, 143", "build, INT, 130", "sample, TERM, 143", "sample, INT, 130"})
    void aSignalEndsJavaAndRemovesTheOutput(String command, String signal, int exitCode) throws Exception {
        Path output = command.equals("sample") ? home.resolve("target/sample") : home.resolve("corpus");
        List<String> line = command.equals("sample")
                ? List.of(command)
                : List.of(command, "--input=" + input, "--output=" + output, "--parallelism=1");
        var run = new Run(line);
        run.await("reading ");
        long java = Long.parseLong(Files.readString(started).strip());
        assertThat(ProcessHandle.of(java)).isPresent();

        run.signal(signal);

        assertThat(run.exitCode()).as(run.printed()).isEqualTo(exitCode);
        assertThat(ProcessHandle.of(java).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(run.printed()).contains("lintas: interrupted");
        assertThat(filesIn(output)).isEmpty();
        assertThat(Files.readAllLines(started)).as("no second command").hasSize(1);
    }

    /** Whenever the signal arrives, the corpus is unchanged or completely updated. */
    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aSignalDuringRemoveLeavesTheCorpusConsistent(String signal, int exitCode) throws Exception {
        Path corpus = home.resolve("corpus");
        var build = new Run(List.of("build", "--input=" + input, "--output=" + corpus, "--languages=any"));
        assertThat(build.exitCode()).as(build.printed()).isZero();
        String manifest = Files.readString(corpus.resolve("_manifest.json"));
        Path list = Files.writeString(home.resolve("outlets.txt"), "outlet:kabar\n");
        var run = new Run(List.of("remove", "--corpus=" + corpus, "--exclude=" + list));
        Path begun = corpus.resolve("_next/_run/started");
        while (!Files.exists(begun)) {
            assertThat(run.process.isAlive()).as(run.printed()).isTrue();
            Thread.sleep(5);
        }

        run.signal(signal);

        assertThat(run.exitCode()).as(run.printed()).isEqualTo(exitCode);
        assertThat(run.printed()).contains("lintas: interrupted");
        assertThat(filesIn(corpus.resolve("_next"))).isEmpty();
        assertThat(corpus.resolve("_SUCCESS")).exists();
        assertThat(corpus.resolve("_manifest.json")).hasContent(manifest);
    }

    @Test
    void theExitCodeIsThatOfJava() throws Exception {
        var run = new Run(List.of("build", "--input=" + home.resolve("none"), "--output=" + home.resolve("corpus")));

        assertThat(run.exitCode()).as(run.printed()).isEqualTo(3);
        assertThat(run.printed()).contains("lintas: --input=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -Xmx1g                                 | -XX:+UseParallelGC | -XX:MaxHeapFreeRatio=40
            -XX:+UseGCOverheadLimit                | -XX:+UseParallelGC | -XX:MaxHeapFreeRatio=40
            -XX:+UseAdaptiveSizePolicyWithSystemGC | -XX:+UseParallelGC | -XX:MaxHeapFreeRatio=40
            -Xmx1g -XX:MaxHeapFreeRatio=5          | -XX:+UseParallelGC | -XX:MaxHeapFreeRatio=5
            -XX:+UseSerialGC                       | -XX:+UseSerialGC   | -XX:+UseSerialGC
            """)
    void theCollectorIsTheCheapestUnlessAnotherIsAskedFor(String options, String collector, String last)
            throws Exception {
        var run = new Run(List.of("--version"), options);
        assertThat(run.exitCode()).as(run.printed()).isZero();

        List<String> given = Files.readAllLines(told);
        assertThat(given)
                .filteredOn(option -> option.matches("-XX:\\+Use(Serial|Parallel|G1)GC"))
                .containsExactly(collector);
        assertThat(given).contains(last);
        assertThat(given.stream()
                        .filter(option -> option.contains("HeapFreeRatio"))
                        .count())
                .isEqualTo(last.endsWith("=40") ? 2 : last.endsWith("=5") ? 1 : 0);
    }

    @Test
    void credentialsAreNotInProcessArguments() throws Exception {
        var run = new Run(List.of("doctor"), "-Daws.secretAccessKey=rahasia -Xmx1g");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.printed())
                .startsWith("lintas: LINTAS_JAVA_OPTS: contains credentials")
                .doesNotContain("rahasia");
        assertThat(started).doesNotExist();
    }

    @Test
    void aBuildOfTheJarThatIsInterruptedLeavesNone() throws Exception {
        Path jar = home.resolve("pipelines/target/lintas.jar");
        Files.delete(jar);
        Path maven = home.resolve("maven");
        program("mvn", "echo half >'" + jar + "'", "echo $$ >'" + maven + "'", "exec sleep 60");
        var run = new Run(List.of("doctor"));
        while (!Files.exists(maven) || Files.size(maven) == 0) {
            Thread.sleep(20);
        }
        long process = Long.parseLong(Files.readString(maven).strip());

        run.signal("TERM");

        assertThat(run.exitCode()).as(run.printed()).isEqualTo(143);
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(jar).doesNotExist();
        assertThat(started).doesNotExist();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    /** The script, running, as the leader of a group of processes such as a terminal makes. */
    private final class Run {

        private final Path printed = home.resolve("printed.txt");
        private final Process process;

        Run(List<String> arguments) throws IOException {
            this(arguments, "-Xmx1g -XX:TieredStopAtLevel=1");
        }

        Run(List<String> arguments, String options) throws IOException {
            // Otherwise background processes ignore SIGINT.
            List<String> line = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT", script.toString()));
            line.addAll(arguments);
            var builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(printed.toFile());
            Map<String, String> environment = builder.environment();
            environment.put("PATH", home.resolve("bin") + File.pathSeparator + environment.get("PATH"));
            environment.put("LINTAS_JAVA_OPTS", options);
            process = builder.start();
        }

        void await(String text) throws Exception {
            while (!printed().contains(text)) {
                assertThat(process.isAlive()).as(printed()).isTrue();
                Thread.sleep(50);
            }
        }

        /** Ctrl-C reaches the whole group, any other signal the one process that it is sent to. */
        void signal(String name) throws Exception {
            String to = (name.equals("INT") ? "-" : "") + process.pid();
            assertThat(new ProcessBuilder("kill", "-" + name, "--", to).start().waitFor())
                    .isZero();
        }

        int exitCode() throws Exception {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + printed());
            }
            return process.exitValue();
        }

        String printed() throws IOException {
            return Files.readString(printed);
        }
    }
}
