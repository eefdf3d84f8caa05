package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.failure.ExitCode;

/** When and how the pages are written. */
class ReportCorpusTest {

    private static final long MOST_BYTES = 5L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Test
    void theSameCorpusGivesTheSamePages(@TempDir Path temp) throws IOException {
        Path copy = SampleCorpus.copyTo(Files.createDirectory(
                temp.resolve(SampleCorpus.folder().getFileName().toString())));
        List<Path> pages = List.of(copy.resolve("report.html"), copy.resolve("quality.html"));
        List<String> before = List.of(Files.readString(pages.get(0)), Files.readString(pages.get(1)));
        Files.delete(pages.get(0));
        Files.delete(pages.get(1));

        assertThat(Lintas.run("report", "--corpus=" + copy)).isEqualTo(ExitCode.OK);

        assertThat(List.of(Files.readString(pages.get(0)), Files.readString(pages.get(1))))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--corpus", "--copus=x"})
    void reportsUsageErrors(String arg) {
        assertThat(Lintas.run("report", arg)).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUnfinishedCorpusHasNoReport(@TempDir Path temp) throws IOException {
        Path copy = SampleCorpus.copyTo(temp);
        Files.delete(copy.resolve("_SUCCESS"));
        Files.delete(copy.resolve("report.html"));

        assertThat(Lintas.run("report", "--corpus=" + copy)).isEqualTo(ExitCode.INPUT_MISSING);

        assertThat(copy.resolve("report.html")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicates", "articles/language=th", "_manifest.json"})
    void aDamagedCorpusKeepsItsEarlierReport(String what, @TempDir Path temp) throws IOException {
        Path copy = SampleCorpus.copyTo(temp);
        String before = Files.readString(copy.resolve("report.html"));
        try (Stream<Path> files = Files.walk(copy.resolve(what))) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2), StandardOpenOption.TRUNCATE_EXISTING);
        }

        assertThat(Lintas.run("report", "--corpus=" + copy)).isEqualTo(ExitCode.INPUT_MISSING);

        assertThat(copy.resolve("report.html")).hasContent(before);
    }

    @Test
    void expectationsOfTheManifestAreShown(@TempDir Path temp) throws IOException {
        Path copy = SampleCorpus.copyTo(temp);
        Path manifest = copy.resolve("_manifest.json");
        var root = (ObjectNode) new ObjectMapper().readTree(manifest.toFile());
        ArrayNode expectations = root.putArray("expectations");
        expectations
                .addObject()
                .put("name", "ids are unique")
                .put("passed", true)
                .put("detail", "108 of 108");
        expectations.addObject().put("name", "no orphans").put("passed", false).put("detail", "3 orphans");
        expectations
                .addObject()
                .put("name", "bulk")
                .put("status", "warned")
                .put("passed", false)
                .put("detail", "9 articles");
        expectations
                .addObject()
                .put("name", "terms")
                .put("status", "unchecked")
                .put("passed", false)
                .put("detail", "Out of Memory Error");
        Files.delete(copy.resolve("CITATION.cff"));
        Files.writeString(manifest, root.toString());

        assertThat(Lintas.run("report", "--corpus=" + copy)).isEqualTo(ExitCode.OK);

        Document page = Jsoup.parse(copy.resolve("quality.html").toFile());
        assertThat(page.select("#checks > table tbody tr").eachText())
                .containsExactly(
                        "no orphans failed 3 orphans",
                        "bulk warns 9 articles",
                        "terms not checked Out of Memory Error");
        assertThat(page.select("#checks > details > summary").text()).isEqualTo("1 check passed");
        assertThat(page.select("#checks > details tbody tr").eachText()).containsExactly("ids are unique 108 of 108");
        assertThat(page.select(".status.failed").text())
                .endsWith("1 of 4 checks failed. 1 of 4 checks warns. 1 of 4 checks could not run: repeat with"
                        + " scripts/lintas check --corpus=DIR.");
        assertThat(Jsoup.parse(copy.resolve("report.html").toFile())
                        .select(".status.failed")
                        .text())
                .startsWith("Do not use this corpus before you know why.");
        assertThat(copy.resolve("CITATION.cff"))
                .hasSameTextualContentAs(SampleCorpus.folder().resolve("CITATION.cff"));
    }

    @Test
    void isSmallAndFastForALargeCorpus(@TempDir Path temp) throws IOException {
        String corpus = System.getProperty("lintas.corpus", "");
        assumeTrue(!corpus.isEmpty(), "skipped: no -Dlintas.corpus=DIR with a large corpus");
        try (Stream<Path> entries = Files.list(Path.of(corpus))) {
            for (Path entry : entries.toList()) {
                Files.createSymbolicLink(temp.resolve(entry.getFileName()), entry.toRealPath());
            }
        }
        Files.deleteIfExists(temp.resolve("report.html"));
        Files.deleteIfExists(temp.resolve("quality.html"));
        long start = System.nanoTime();

        assertThat(Lintas.run("report", "--corpus=" + temp)).isEqualTo(ExitCode.OK);

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        long bytes = Files.size(temp.resolve("report.html"));
        System.out.printf("report: %,d bytes in %d ms%n", bytes, taken.toMillis());
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(taken).isLessThan(LONGEST);
    }
}
