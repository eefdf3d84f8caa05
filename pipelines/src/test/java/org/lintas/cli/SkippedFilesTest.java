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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;

/** Skipped files are counted, reported at the start of a run and in its summary, and recorded in the manifest. */
class SkippedFilesTest {

    @TempDir
    static Path temp;

    private static Path input;
    private static Path output;
    private static String err;
    private static String out;

    @BeforeAll
    static void build() throws IOException {
        input = Files.createDirectories(temp.toRealPath().resolve("masukan"));
        // A folder whose name Beam would read as a glob.
        output = temp.resolve("keluaran {a} ~");
        write("a.jsonl", "Polisi menyita sabu di pelabuhan dan menangkap dua orang tersangka.");
        write("hilang.jsonl", "Nelayan menemukan kapal kosong yang hanyut di perairan utara pulau.");
        write(".tersembunyi.jsonl", "Ini tidak dibaca.");
        Files.createSymbolicLink(input.resolve("putus.jsonl"), Path.of("nowhere"));
        Files.createSymbolicLink(input.resolve("lingkar"), Path.of("."));
        var thread = new Thread(() -> removeWhenStarted(input.resolve("hilang.jsonl")));
        thread.setDaemon(true);
        PrintStream beforeOut = System.out;
        PrintStream beforeErr = System.err;
        var toldOut = new ByteArrayOutputStream();
        var toldErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(toldOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(toldErr, true, StandardCharsets.UTF_8));
        ExitCode code;
        try {
            thread.start();
            code = Lintas.run(
                    "build", "--input=" + input + "," + input + "/a.jsonl", "--output=" + output, "--parallelism=1");
        } finally {
            System.setOut(beforeOut);
            System.setErr(beforeErr);
        }
        out = toldOut.toString(StandardCharsets.UTF_8);
        err = toldErr.toString(StandardCharsets.UTF_8);
        assertThat(code).as(err).isEqualTo(ExitCode.OK);
    }

    @Test
    void isReportedAtTheStart() {
        assertThat(err)
                .contains("skipped: dangling_link 1", input + "/putus.jsonl")
                .contains("skipped: hidden 1", ".tersembunyi.jsonl")
                .contains("skipped: same_file 1", "skipped: same_folder 1", input + "/lingkar");
    }

    @Test
    void isInTheSummary() {
        assertThat(out).containsPattern("skipped +4 +dangling_link 1 · hidden 1 · same_file 1 · same_folder 1");
    }

    @Test
    void isInTheManifest() throws IOException {
        JsonNode skipped = new ObjectMapper()
                .readTree(output.resolve("_manifest.json").toFile())
                .path("skipped_inputs");

        assertThat(skipped.path("dangling_link").toString())
                .isEqualTo("{\"count\":1,\"examples\":[\"" + input + "/putus.jsonl\"]}");
        assertThat(skipped.size()).isEqualTo(4);
    }

    @Test
    void aFileDeletedDuringTheRunIsARejectAndNamedInTheSummary() {
        assertThat(out)
                .contains("UNREADABLE_FILE 1")
                .containsPattern("unreadable +1 +deleted or unreadable since the start: " + input + "/hilang.jsonl");
        assertThat(new Corpus(output).query("SELECT archive_file FROM rejects"))
                .containsExactly(input + "/hilang.jsonl");
    }

    /** The start marker of a run is written when its input has been listed; the pipeline starts later. */
    private static void removeWhenStarted(Path file) {
        try {
            while (Files.notExists(output.resolve("_run/started"))) {
                Thread.sleep(1);
            }
            Files.delete(file);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(input.resolve(name), "{\"id\":\"" + name + "\",\"text\":\"" + text + "\"}\n");
    }
}
