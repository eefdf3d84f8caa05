package org.lintas.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.cli.ReportCorpus;
import org.lintas.corpus.card.CorpusDocuments;
import org.lintas.corpus.check.SyntheticCorpus;
import org.lintas.corpus.check.SyntheticCorpus.Shape;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.ArticleTopic;

class FinishTest {

    private static final Shape SHAPE = new Shape(60, 200, 4, 5, 3);

    @TempDir
    Path corpus;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Layout layout;

    @BeforeAll
    static void useLocalFiles() {
        FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    }

    @BeforeEach
    void layout() {
        layout = new Layout(corpus.toString());
    }

    @Test
    void aValidCorpusIsFinishedWithAllDocuments() throws IOException {
        SyntheticCorpus.write(corpus, SHAPE);

        assertThat(finish()).isEqualTo(ExitCode.OK);

        assertThat(corpus.resolve("_SUCCESS")).exists();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(corpus.resolve("README.md"))
                .content()
                .containsPattern("\\d+ passed, 0 failed, 0 are unusual, 0 could not be checked; `_checks.json`");
        assertThat(Stream.of("croissant.json", "CITATION.cff", "_checks.json", "report.html", "quality.html"))
                .allSatisfy(paper -> assertThat(corpus.resolve(paper)).isNotEmptyFile());
    }

    @Test
    void uncheckedExpectationsDoNotFailAndAreReported() throws IOException {
        SyntheticCorpus.write(corpus, SHAPE);
        damage("article_countries");

        assertThat(finish()).isEqualTo(ExitCode.OK);

        assertThat(corpus.resolve("_SUCCESS")).exists();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.startsWith("lintas: "))
                .singleElement()
                .asString()
                .matches("lintas: \\d+ of \\d+ expectations not checked: .*; repeat with scripts/lintas check --corpus="
                        + corpus);
        JsonNode checks = json("_checks.json");
        assertThat(checks.path("unchecked").asInt()).isPositive();
        assertThat(expectation(checks, "article_countries.unique")
                        .path("status")
                        .asText())
                .isEqualTo("unchecked");
        JsonNode result = expectation(json("_manifest.json"), "article_countries.unique");
        assertThat(result.path("status").asText()).isEqualTo("unchecked");
        assertThat(result.path("passed").asBoolean()).isFalse();
        assertThat(result.path("detail").asText()).isNotEmpty();
        assertThat(result.path("repeat").asText()).isEqualTo("scripts/lintas check --corpus=DIR");
        assertThat(corpus.resolve("README.md"))
                .content()
                .contains(checks.path("unchecked").asInt()
                        + " could not be checked: repeat with `scripts/lintas check --corpus=DIR`");
    }

    @Test
    void failedExpectationsStillFail() throws IOException {
        SyntheticCorpus.write(corpus, SHAPE, row -> {
            if (row instanceof ArticleTopic topic) {
                topic.setScore(7);
            }
            return row;
        });
        damage("article_countries");

        assertThat(finish()).isEqualTo(ExitCode.EXPECTATION_FAILED);

        assertThat(corpus.resolve("_SUCCESS")).doesNotExist();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("lintas: expectations failed: article_topics.score_range; ");
    }

    @Test
    void aMissingFileStillFails() throws IOException {
        SyntheticCorpus.write(corpus, SHAPE);
        Files.delete(file("rejects"));

        assertThat(finish()).isEqualTo(ExitCode.EXPECTATION_FAILED);

        assertThat(corpus.resolve("_SUCCESS")).doesNotExist();
    }

    @Test
    void aFailedDocumentDoesNotFailTheCorpusAndCanBeWrittenLater() throws IOException {
        SyntheticCorpus.write(corpus, SHAPE);
        // A non-empty folder is in the place of each document.
        for (String paper :
                new String[] {"croissant.json", "CITATION.cff", "README.md", "_checks.json", "report.html"}) {
            Files.createDirectories(corpus.resolve(paper).resolve("in the way"));
        }

        assertThat(finish()).isEqualTo(ExitCode.OK);

        assertThat(corpus.resolve("_SUCCESS")).exists();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .matches("no croissant.json: .+; write it later with lintas report --corpus=DIR"),
                        line -> assertThat(line)
                                .matches("no CITATION.cff: .+; write it later with lintas report --corpus=DIR"),
                        line -> assertThat(line)
                                .matches("no README.md: .+; write it later with lintas report --corpus=DIR"),
                        line -> assertThat(line)
                                .matches(
                                        "no report.html or no quality.html: .+; write them later with lintas report --corpus=DIR"),
                        line -> assertThat(line)
                                .matches("no _checks.json: .+; the manifest contains the same results"));
        for (String paper : new String[] {"croissant.json", "CITATION.cff", "README.md", "report.html"}) {
            Files.delete(corpus.resolve(paper).resolve("in the way"));
            Files.delete(corpus.resolve(paper));
        }
        CorpusDocuments.complete(corpus, line -> assertThat(line).isNull());
        assertThat(Stream.of("croissant.json", "CITATION.cff", "README.md"))
                .allSatisfy(paper -> assertThat(corpus.resolve(paper)).isNotEmptyFile());
    }

    private ExitCode finish() throws IOException {
        Manifest manifest = Manifest.parse(Files.readString(corpus.resolve("_manifest.json")));
        Files.deleteIfExists(corpus.resolve("_SUCCESS"));
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return Finish.finish(
                    layout,
                    new OutputFolder(layout),
                    manifest,
                    made -> ReportCorpus.atEndOfBuild(made, System.err::println),
                    () -> {});
        } finally {
            System.setErr(before);
        }
    }

    private static JsonNode expectation(JsonNode document, String name) {
        return StreamSupport.stream(document.path("expectations").spliterator(), false)
                .filter(expectation -> expectation.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode json(String paper) throws IOException {
        return new ObjectMapper().readTree(corpus.resolve(paper).toFile());
    }

    /** Makes a file unreadable without changing its size. */
    private void damage(String dataset) throws IOException {
        Path file = file(dataset);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, bytes.length / 4, (byte) 7);
        Files.write(file, bytes);
    }

    private Path file(String dataset) throws IOException {
        try (Stream<Path> files = Files.walk(corpus.resolve(dataset))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
