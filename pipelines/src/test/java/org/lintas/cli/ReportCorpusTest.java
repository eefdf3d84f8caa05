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
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.failure.ExitCode;

class ReportCorpusTest {

    private static final long MOST_BYTES = 5L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static Document report;

    @BeforeAll
    static void read() throws IOException {
        report = Jsoup.parse(SampleCorpus.folder().resolve("report.html").toFile());
    }

    @Test
    void showsRecordsByResult() throws SQLException {
        assertThat(report.select(".status").text())
                .isEqualTo(
                        "✓ No record was lost: each of the 85 records is an article, a duplicate or a reject with a reason.");
        assertThat(report.select(".tiles li").eachText())
                .containsExactly(
                        "72 articles",
                        "7 duplicates",
                        "6 rejects",
                        count("SELECT count(DISTINCT article_id) FROM article_topics WHERE grade = 'main'")
                                + " on a topic",
                        count("SELECT count(DISTINCT source) FROM articles") + " outlets",
                        "11 languages");
        assertThat(report.select("#records figure svg").attr("aria-label"))
                .isEqualTo("85 records: Articles 72 · 84.7 %; Exact duplicates 7 · 8.2 %; Near duplicates 0 · 0 %; "
                        + "Rejects 6 · 7.1 %.");
        assertThat(report.select("#records .card").get(1).select("tbody tr").eachText())
                .contains("Damaged record 1", "Other language 1");
    }

    @Test
    void hasASectionForEachLinkOfItsContents() {
        assertThat(report.select("nav a").eachText())
                .containsExactly(
                        "Records",
                        "Languages",
                        "Topics",
                        "Time",
                        "Places",
                        "Countries",
                        "Outlets",
                        "Lengths and scores",
                        "Completeness",
                        "Expectations",
                        "Samples",
                        "How it was made");
        for (Element link : report.select("a[href^=#]")) {
            assertThat(report.getElementById(link.attr("href").substring(1))).isNotNull();
        }
        assertThat(report.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theHeatMapIsThatOfTheTopics() throws SQLException {
        List<String> shown = report.select("#topics tbody tr").stream()
                .map(row ->
                        row.select("th").text() + " " + row.select("td").last().text())
                .toList();
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            assertThat(shown).containsExactlyElementsOf(database.query("""
                            SELECT upper(topic[1]) || replace(topic[2:], '_', ' ') || ' ' || count(*) FILTER (WHERE grade = 'main')
                            FROM article_topics GROUP BY topic
                            ORDER BY count(*) FILTER (WHERE grade = 'main') DESC, topic
                            """, row -> row.getString(1)));
        }
    }

    @Test
    void theMapShowsEachArticleOnce() throws SQLException {
        Element map = report.selectFirst("#places svg.map");
        assertThat(map.select("circle > title")).isNotEmpty();
        assertThat(report.select("#" + map.attr("aria-describedby")).text()).contains("By place: Selangor 4, ");
        int placed = map.select(".dots title").stream()
                .mapToInt(title -> Integer.parseInt(title.text().replaceAll(".*: ", "")))
                .sum();
        int listed = report.select("#places figure tbody td").stream()
                .mapToInt(cell -> Integer.parseInt(cell.text()))
                .sum();
        assertThat(placed)
                .isEqualTo(
                        count(
                                "SELECT count(DISTINCT article_id) FROM article_places JOIN articles USING (article_id) WHERE len(topics) > 0"));
        assertThat(listed)
                .isEqualTo(
                        count(
                                "SELECT count(*) FROM articles WHERE len(topics) > 0 AND len(countries || countries_by_place) > 0"));
        assertThat(report.select("#places .card > .scroll tbody tr").first().text())
                .isEqualTo("Selangor, Malaysia Waste trafficking 4");
    }

    @Test
    void highlightedTextInSamplesIsEvidence() throws SQLException {
        List<String> terms;
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            terms = database.query(
                    "SELECT DISTINCT unnest(evidence).term FROM article_topics", row -> row.getString(1));
        }
        List<String> marked = report.select("#samples mark").eachText();

        assertThat(marked).hasSizeGreaterThan(200);
        assertThat(marked)
                .allSatisfy(mark -> assertThat(terms).anyMatch(term -> mark.contains(term) || term.contains(mark)));
        int expected = count("SELECT sum(least(n, 10)) FROM (SELECT count(*) AS n FROM article_topics GROUP BY topic)");
        assertThat(report.select("#samples li")).hasSize(expected).allSatisfy(sample -> {
            assertThat(sample.select("mark")).isNotEmpty();
            assertThat(sample.select(".excerpt").text().length()).isLessThan(340);
            assertThat(sample.select(".excerpt").attr("lang")).matches("id|ms|th|vi|tl|km|lo|my|en|zh|ta");
        });
    }

    @Test
    void isSelfContainedWithoutScripts() {
        assertThat(report.select("script, link, img, iframe, object, embed, form, base, [src], [style], image, use"))
                .isEmpty();
        assertThat(report.select("style")).hasSize(1);
        assertThat(report.select("style").html()).doesNotContain("@import").doesNotContain("url(");
        assertThat(report.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; ")
                .contains("style-src 'sha256-")
                .doesNotContain("unsafe");
        for (Element element : report.getAllElements()) {
            assertThat(element.attributes()).extracting(Attribute::getKey).noneMatch(name -> name.startsWith("on"));
        }
    }

    @Test
    void isAccessible() {
        assertThat(report.select("html").attr("lang")).isEqualTo("en");
        assertThat(report.select("svg"))
                .hasSizeGreaterThan(20)
                .allSatisfy(drawing -> assertThat(drawing.attr("aria-label") + drawing.attr("aria-hidden"))
                        .isNotEmpty());
        assertThat(report.select("figure"))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.select("details table")).isNotEmpty());
        assertThat(report.select("table.heat, table.bars, .scroll > table"))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.select("caption").text()).isNotEmpty());
        assertThat(report.select(".scroll")).isNotEmpty().allSatisfy(frame -> {
            assertThat(frame.attr("tabindex")).isEqualTo("0");
            assertThat(frame.attr("aria-label")).isNotEmpty();
        });
        assertThat(report.select("th[scope]")).isNotEmpty();
        assertThat(report.select("th:not([scope])")).isEmpty();
        assertThat(report.select("h1")).hasSize(1);
        assertThat(report.select("body > :first-child").attr("href")).isEqualTo("#main");
    }

    @Test
    void theSameCorpusGivesTheSameReport(@TempDir Path temp) throws IOException {
        Path copy = SampleCorpus.copyTo(Files.createDirectory(
                temp.resolve(SampleCorpus.folder().getFileName().toString())));
        Path page = copy.resolve("report.html");
        String before = Files.readString(page);
        Files.delete(page);

        assertThat(Lintas.run("report", "--corpus=" + copy)).isEqualTo(ExitCode.OK);

        assertThat(Files.readString(page)).isEqualTo(before);
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
                .put("detail", "72 of 72");
        expectations.addObject().put("name", "no orphans").put("passed", false).put("detail", "3 orphans");
        expectations
                .addObject()
                .put("name", "terms")
                .put("status", "unchecked")
                .put("passed", false)
                .put("detail", "Out of Memory Error");
        Files.delete(copy.resolve("CITATION.cff"));
        Files.writeString(manifest, root.toString());

        assertThat(Lintas.run("report", "--corpus=" + copy)).isEqualTo(ExitCode.OK);

        Document page = Jsoup.parse(copy.resolve("report.html").toFile());
        assertThat(page.select("#expectations tbody tr").eachText())
                .containsExactly(
                        "ids are unique ✓ passed 72 of 72",
                        "no orphans ✗ failed 3 orphans",
                        "terms – not checked Out of Memory Error");
        assertThat(page.select(".status.failed").text())
                .endsWith("1 of 3 expectations failed. 1 of 3 expectations could not be checked: repeat with"
                        + " scripts/lintas check --corpus=DIR.");
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
        long start = System.nanoTime();

        assertThat(Lintas.run("report", "--corpus=" + temp)).isEqualTo(ExitCode.OK);

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        long bytes = Files.size(temp.resolve("report.html"));
        System.out.printf("report: %,d bytes in %d ms%n", bytes, taken.toMillis());
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(taken).isLessThan(LONGEST);
    }

    private static int count(String sql) throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            return database.query(sql, row -> row.getInt(1)).get(0);
        }
    }
}
