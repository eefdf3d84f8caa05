package org.lintas.corpus.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a number grew from report to report, of one incident that is made up. */
class NumbersThatGrewTest {

    private static final String RECIPE = "numbers-that-grew";
    private static final String FIGURES =
            "incident_id, subject, unit, is_aggregate, low, high, best, confidence, article_ids";

    @TempDir
    private Path folder;

    private MadeUpCorpus corpus;

    @BeforeEach
    void open() throws SQLException {
        corpus = MadeUpCorpus.in(folder).with("incidents", "incident_id, country", "'fire', 'KH'");
        article("a", "km", "'2025-03-01 04:00:00+00'", "minute");
        article("b", "th", "'2025-03-01 09:00:00+00'", "minute");
        article("c", "th", "'2025-03-02 00:00:00+00'", "day");
        article("d", "en", "'2025-03-02 00:00:00+00'", "day");
        article("e", "vi", "'2025-03-03 00:00:00+00'", "day");
        article("f", "vi", "'2025-04-01 00:00:00+00'", "month");
        article("g", "vi", "NULL", null);
    }

    private void article(String id, String language, String time, String precision) throws SQLException {
        String named = precision == null ? "NULL" : DuckDb.literal(precision);
        corpus.with(
                        "articles",
                        "article_id, url, published_precision",
                        "'" + id + "', 'https://a.example/" + id + "', " + named)
                .with(
                        "incident_articles",
                        "incident_id, article_id, language, role, outlet, published_at",
                        "'fire', '" + id + "', '" + language + "', 'report', 'Outlet " + id + "', " + time);
    }

    private void told(String id, String subject, String unit, double value) throws SQLException {
        corpus.with(
                "article_figures",
                "article_id, subject, unit, value, text, start",
                "'" + id + "', '" + subject + "', '" + unit + "', " + value + ", 'as written', 1");
    }

    @AfterEach
    void close() throws SQLException {
        corpus.close();
    }

    @Test
    void eachChangeIsARow() throws SQLException {
        told("a", "killed", "person", 3);
        told("b", "killed", "person", 3);
        told("c", "killed", "person", 9);
        told("d", "killed", "person", 7);
        told("e", "killed", "person", 5);
        told("e", "killed", "person", 12);
        corpus.with(
                "incident_figures",
                FIGURES,
                "'fire', 'killed', 'person', false, 3, 12, 12, .9, ['a', 'b', 'c', 'd', 'e']");

        assertThat(corpus.rows(RECIPE, "published", "outlet", "language", "subject", "value", "best", "url"))
                .containsExactly(
                        "2025-03-01 Outlet a km killed 3.0 12.0 https://a.example/a",
                        "2025-03-02 Outlet c th killed 9.0 12.0 https://a.example/c",
                        "2025-03-03 Outlet e vi killed 12.0 12.0 https://a.example/e");
        assertThat(corpus.set("subject", "killed").rows(RECIPE, "value")).hasSize(3);
        assertThat(corpus.set("confidence", "0.95").rows(RECIPE, "value")).isEmpty();
    }

    @Test
    void whatFellOrHardlyGrewIsLeftOut() throws SQLException {
        told("a", "arrested", "person", 9);
        told("b", "arrested", "person", 4);
        told("a", "heroin", "kg", 3000);
        told("b", "heroin", "kg", 3200);
        corpus.with(
                "incident_figures",
                FIGURES,
                "'fire', 'arrested', 'person', false, 4, 9, 9, .9, ['a', 'b']",
                "'fire', 'heroin', 'kg', false, 3000, 3200, 3200, .9, ['a', 'b']");

        assertThat(corpus.rows(RECIPE, "value")).isEmpty();
    }

    @Test
    void totalsAndWhatIsNotOfTheIncidentAreLeftOut() throws SQLException {
        told("a", "ivory", "kg", 10);
        told("b", "ivory", "kg", 500);
        told("a", "arrested", "person", 2);
        told("b", "arrested", "person", 80);
        corpus.with(
                "incident_figures",
                FIGURES,
                "'fire', 'ivory', 'kg', true, 10, 500, 500, NULL, ['a', 'b']",
                "'fire', 'arrested', 'person', false, 2, 2, 2, .9, ['a']");

        assertThat(corpus.rows(RECIPE, "value")).isEmpty();
    }

    @Test
    void articlesWithoutADayAreLeftOut() throws SQLException {
        told("a", "killed", "person", 3);
        told("f", "killed", "person", 9);
        told("g", "killed", "person", 12);
        corpus.with("incident_figures", FIGURES, "'fire', 'killed', 'person', false, 3, 12, 12, .9, ['a', 'f', 'g']");

        assertThat(corpus.rows(RECIPE, "value")).isEmpty();
    }
}
