package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.report.ReportPage;
import org.lintas.report.data.ReportData;

/** What the pages of the sample's report show. */
class ReportPagesTest {

    private static final String REPORTED =
            "FROM incidents WHERE incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')";

    private static Document report;
    private static Document quality;

    @BeforeAll
    static void read() throws IOException {
        report = Jsoup.parse(SampleCorpus.folder().resolve("report.html").toFile());
        quality = Jsoup.parse(SampleCorpus.folder().resolve("quality.html").toFile());
    }

    @Test
    void opensWithWhatTheCorpusHolds() throws SQLException {
        assertThat(report.select(".opening").text())
                .startsWith("108 articles in 11 languages from " + count("SELECT count(DISTINCT source) FROM articles")
                        + " outlets, published on "
                        + count("SELECT count(DISTINCT published_at::DATE) FROM articles WHERE published_precision"
                                + " NOT IN ('month', 'year')")
                        + " days, ")
                .contains(count("SELECT count(DISTINCT article_id) FROM article_topics WHERE grade = 'main'")
                        + " articles (")
                .contains("The press tells of " + count("SELECT count(*) FROM (" + REPORTED + ")") + " incidents, ");
    }

    @Test
    void thePagesLinkToEachOther() {
        assertThat(report.select("nav .other a").attr("href")).isEqualTo("quality.html");
        assertThat(quality.select("nav .other a").attr("href")).isEqualTo("report.html");
    }

    @Test
    void showsRecordsByResult() throws SQLException {
        assertThat(quality.select(".status").text())
                .startsWith(
                        "No record was lost: each of the 121 records is an article, a duplicate or a reject with a reason.");
        assertThat(quality.select(".tiles li").eachText())
                .containsExactly("121 records", "108 articles", "7 duplicates", "6 rejects");
        assertThat(quality.select("#records figure svg").attr("aria-label"))
                .isEqualTo("121 records: Articles 108 · 89.3 %; Exact duplicates 7 · 5.8 %; Near duplicates 0 · 0 %; "
                        + "Rejects 6 · 5.0 %.");
        assertThat(quality.select("#records .card").get(1).select("tbody tr").eachText())
                .contains("Damaged record 1", "Other language 1");
    }

    @Test
    void hasASectionForEachLinkOfItsContents() {
        assertThat(report.select("nav a").eachText())
                .containsExactly(
                        "Incidents",
                        "Topics",
                        "Places",
                        "Figures",
                        "Who with whom",
                        "Sources",
                        "Samples",
                        "What to doubt",
                        "Quality of the data");
        assertThat(quality.select("nav a").eachText())
                .containsExactly(
                        "Records",
                        "Checks",
                        "Completeness",
                        "Lengths and scores",
                        "How it was made",
                        "Report: what happened");
        for (Document page : List.of(report, quality)) {
            for (Element link : page.select("a[href^=#]")) {
                assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
            }
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        }
    }

    @Test
    void everySectionHasItsSqlAndItRuns() throws SQLException {
        assertThat(report.select("section:not(#doubt)"))
                .allSatisfy(
                        section -> assertThat(section.select("details.sql pre")).isNotEmpty());
        assertThat(quality.select("section:not(#checks, #run)"))
                .allSatisfy(
                        section -> assertThat(section.select("details.sql pre")).isNotEmpty());
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            for (Document page : List.of(report, quality)) {
                for (Element sql : page.select("details.sql code")) {
                    assertThat(sql.wholeText()).endsWith(";");
                    for (String statement : sql.wholeText().split(";(\n\n|$)")) {
                        database.execute(statement);
                    }
                }
            }
        }
    }

    @Test
    void theLargestIncidentsComeWithTheirArticles() throws SQLException {
        List<Element> rows = report.select("#incidents table.incidents > tbody > tr");
        assertThat(rows).hasSize(count("SELECT least(count(*), 25) FROM (" + REPORTED + ")"));
        assertThat(rows.get(0).select("td").get(3).text())
                .isEqualTo(String.valueOf(count("SELECT max(articles) FROM (" + REPORTED + ")")));
        assertThat(report.select("#incidents .sources li"))
                .hasSize(count("SELECT sum(least(articles, 12)) FROM (FROM (" + REPORTED
                        + ") ORDER BY articles DESC LIMIT 25)"));
        assertThat(report.select("#incidents .sources a"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.attr("rel")).isEqualTo("noreferrer noopener nofollow"));
    }

    @Test
    void largestFiguresAreOfReportsAndLeaveAggregatesAndPartsOut() throws SQLException {
        assertThat(count("SELECT count(*) FROM incident_figures WHERE confidence < 0.5"))
                .isPositive();
        assertThat(report.select("#figures tbody tr"))
                .isNotEmpty()
                .hasSize(count(
                        "SELECT sum(least(n, 3)) FROM (SELECT count(*) AS n FROM incident_figures f JOIN (" + REPORTED
                                + ") USING (incident_id) JOIN (SELECT article_id AS incident_id, genre FROM articles) USING"
                                + " (incident_id) WHERE NOT is_aggregate AND f.confidence >= 0.5 AND unit <> '' AND genre ="
                                + " 'report' GROUP BY subject, unit)"));
    }

    @Test
    void largestFiguresSayInWhichTownTheyWere() throws SQLException {
        List<String> towns;
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            towns = database.query(
                    "SELECT DISTINCT town FROM incidents WHERE town IS NOT NULL", row -> row.getString(1));
        }
        assertThat(report.select("#figures tbody td:last-child").eachText())
                .anyMatch(place -> towns.stream().anyMatch(town -> place.startsWith(town + ", ")));
    }

    @Test
    void noPersonIsAmongThoseNamedTogether() throws SQLException {
        List<String> persons;
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            persons = database.query(
                    "SELECT DISTINCT normalised_name FROM article_entities WHERE kind IN ('person', 'organisation')",
                    row -> row.getString(1));
        }
        assertThat(persons).isNotEmpty();
        assertThat(report.select("#names bdi").eachText()).isNotEmpty().doesNotContainAnyElementsOf(persons);
    }

    @Test
    void namesAreInWords() {
        for (Document page : List.of(report, quality)) {
            assertThat(page.select("thead th").eachText())
                    .doesNotContain("id", "ms", "th", "vi", "tl", "km", "lo", "my", "en", "zh", "ta", "TH", "MY");
        }
        assertThat(report.select("#topics table.heat tbody th").eachText())
                .contains("Online scams and scam centres", "Illicit drugs")
                .doesNotContain("Online scam");
    }

    @Test
    void theHeatMapIsThatOfTheTopics() throws SQLException {
        List<String> shown = report.select("#topics table.heat tbody tr").stream()
                .map(row ->
                        row.select("th").text() + " " + row.select("td").last().text())
                .toList();
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            assertThat(shown).containsExactlyElementsOf(database.query("""
                            SELECT name || ' ' || count(*) FILTER (WHERE grade = 'main')
                            FROM article_topics JOIN taxonomy USING (topic) GROUP BY topic, name
                            ORDER BY count(*) FILTER (WHERE grade = 'main') DESC, topic
                            """, row -> row.getString(1)));
        }
    }

    @Test
    void daysThatAreNotSureAreMarked() throws SQLException {
        List<String> marked = report.select("#incidents table.incidents > tbody > tr > td:nth-child(2) .note")
                .eachText();
        assertThat(marked).containsOnly("uncertain", "first report");
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            assertThat(database.query(
                            "SELECT CASE WHEN event_precision = 'published' THEN 'first report' ELSE 'uncertain' END FROM ("
                                    + REPORTED
                                    + " ORDER BY articles DESC, len(outlets) DESC, incident_id LIMIT "
                                    + report.select("#incidents table.incidents > tbody > tr")
                                            .size()
                                    + ") WHERE event_precision = 'published' OR event_confidence < 0.8",
                            row -> row.getString(1)))
                    .containsExactlyInAnyOrderElementsOf(marked);
        }
    }

    @Test
    void theMapShowsEachIncidentOnce() throws SQLException {
        Element map = report.selectFirst("#places svg.map");
        assertThat(report.select("#" + map.attr("aria-describedby")).text())
                .startsWith("Most incidents by country: ")
                .contains("By place: ");
        assertThat(sum(map.select(".dots title").eachText()))
                .isEqualTo(count("SELECT count(*) " + REPORTED + " AND place IS NOT NULL"));
        assertThat(sum(report.select("#places figure tbody td").eachText()))
                .isEqualTo(count("SELECT count(*) " + REPORTED + " AND country IS NOT NULL"));
    }

    @Test
    void eachCircleLeadsToItsIncidentsWithTheirArticles() throws SQLException {
        List<Element> circles = report.select("#places .dots a");
        assertThat(circles)
                .hasSize(count("SELECT count(DISTINCT (place, country)) " + REPORTED + " AND place IS NOT NULL"));
        for (Element circle : circles) {
            Element incidents = report.getElementById(circle.attr("href").substring(1));
            assertThat(incidents.parent().select("summary").text())
                    .startsWith(circle.text().replaceAll(": .*", "") + ", ")
                    .contains(" " + circle.text().replaceAll(".*: ", "") + " · ");
        }
        assertThat(report.select("#places details.topic > .sources > li"))
                .hasSize(count("SELECT count(*) " + REPORTED + " AND place IS NOT NULL"));
        assertThat(report.select("#places .sources a"))
                .hasSize(count("SELECT sum(least(articles, 4)) " + REPORTED + " AND place IS NOT NULL"))
                .allSatisfy(link -> assertThat(link.attr("rel")).isEqualTo("noreferrer noopener nofollow"));
        assertThat(report.select("#places .sources .sources li").eachText()).anyMatch(item -> item.matches("\\d more"));
    }

    @Test
    void withoutIncidentsTheMapShowsEachArticleOnce() throws SQLException, IOException {
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            database.execute("CREATE TEMP TABLE none AS FROM incidents LIMIT 0");
            database.execute("CREATE OR REPLACE VIEW incidents AS FROM none");
            Document page = Jsoup.parse(ReportPage.of(ReportData.of(SampleCorpus.folder(), database)));

            assertThat(page.select("#places .dots a, #places .sources")).isEmpty();
            assertThat(page.select("#map-description").text()).contains("By place: Kedah 7, ");
            assertThat(sum(page.select("#places .dots title").eachText()))
                    .isEqualTo(count("SELECT count(DISTINCT article_id) FROM article_places JOIN articles USING"
                            + " (article_id) WHERE len(topics) > 0"));
            assertThat(sum(page.select("#places figure tbody td").eachText()))
                    .isEqualTo(count("SELECT count(*) FROM articles WHERE len(topics) > 0 AND len(countries ||"
                            + " countries_by_place) > 0"));
            assertThat(page.select("#places .beside > div.card tbody tr")
                            .first()
                            .text())
                    .isEqualTo("Kedah, Malaysia Illicit drugs 7");
        }
    }

    /** The sum of the numbers at the end of texts. */
    private static int sum(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> Integer.parseInt(text.replaceAll(".*: ", "")))
                .sum();
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
        for (Document page : List.of(report, quality)) {
            assertThat(page.select("script, link, img, iframe, object, embed, form, base, [src], [style], image, use"))
                    .isEmpty();
            assertThat(page.select("style")).hasSize(1);
            assertThat(page.select("style").html()).doesNotContain("@import").doesNotContain("url(");
            assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                    .startsWith("default-src 'none'; ")
                    .contains("style-src 'sha256-")
                    .doesNotContain("unsafe");
            for (Element element : page.getAllElements()) {
                assertThat(element.attributes()).extracting(Attribute::getKey).noneMatch(name -> name.startsWith("on"));
            }
        }
    }

    @Test
    void isAccessible() {
        for (Document page : List.of(report, quality)) {
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("svg"))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(drawing -> assertThat(drawing.attr("aria-label") + drawing.attr("aria-hidden"))
                            .isNotEmpty());
            assertThat(page.select("figure"))
                    .isNotEmpty()
                    .allSatisfy(
                            figure -> assertThat(figure.select("details table")).isNotEmpty());
            assertThat(page.select("table.heat, table.bars, .scroll > table"))
                    .isNotEmpty()
                    .allSatisfy(
                            table -> assertThat(table.select("caption").text()).isNotEmpty());
            assertThat(page.select(".scroll")).isNotEmpty().allSatisfy(frame -> {
                assertThat(frame.attr("tabindex")).isEqualTo("0");
                assertThat(frame.attr("role")).isEqualTo("region");
                assertThat(frame.attr("aria-label")).isNotEmpty();
                assertThat(frame.previousElementSibling().className()).isEqualTo("hint");
            });
            assertThat(page.select("th[scope]")).isNotEmpty();
            assertThat(page.select("th:not([scope])")).isEmpty();
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("body > :first-child").attr("href")).isEqualTo("#main");
            int level = 0;
            for (Element heading : page.select("h1, h2, h3, h4")) {
                int own = Integer.parseInt(heading.tagName().substring(1));
                assertThat(own).as(heading.text()).isLessThanOrEqualTo(level + 1);
                level = own;
            }
        }
    }

    private static int count(String sql) throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            return database.query(sql, row -> row.getInt(1)).get(0);
        }
    }
}
