package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.corpus.check.SyntheticCorpus;
import org.lintas.failure.ExitCode;
import org.lintas.text.Sha256;

class CheckCorpusTest {

    @TempDir
    Path corpus;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        SyntheticCorpus.write(corpus, new SyntheticCorpus.Shape(60, 200, 4, 5, 3));
    }

    @Test
    void exitsWithOkIfAllPass() {
        assertThat(check()).isEqualTo(ExitCode.OK);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(" expectations passed, 0 failed, ");
    }

    /** The manifest has the digest of the damaged file, as if the disk had returned other bytes at first. */
    @Test
    void reportsUncheckedExpectationsAndHowToRepeat() throws IOException {
        String before = Sha256.hexOf(Sha256.digest().digest(Files.readAllBytes(file())));
        damage();
        String after = Sha256.hexOf(Sha256.digest().digest(Files.readAllBytes(file())));
        Path manifest = corpus.resolve("_manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(before, after));

        assertThat(check()).isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("unchecked +article_countries.unique +\\S")
                .containsPattern(" expectations passed, 0 failed, 0 warned, \\d+ skipped, [1-9]\\d* not checked");
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .endsWith("; repeat with scripts/lintas check --corpus=" + corpus);
    }

    @Test
    void failuresTakePrecedenceOverUnchecked() throws IOException {
        damage();

        assertThat(check()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("failed +manifest.digests")
                .containsPattern("unchecked +article_countries.unique");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("expectations not checked: ");
    }

    private ExitCode check() {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return Lintas.run("check", "--corpus=" + corpus);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    private void damage() throws IOException {
        Path file = file();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, bytes.length / 4, (byte) 7);
        Files.write(file, bytes);
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.walk(corpus.resolve("article_countries"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
