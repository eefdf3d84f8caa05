package org.lintas.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.corpus.sql.MadeUpCorpus;

/** Where incidents, or articles, of corpora that are made up happened. */
class WhereTest {

    private static final String COLUMNS =
            "incident_id, topic, place, country, articles, outlets, languages, first_language, event_precision";

    @TempDir
    private Path folder;

    private MadeUpCorpus corpus;

    @BeforeEach
    void open() throws SQLException {
        corpus = MadeUpCorpus.in(folder);
    }

    @AfterEach
    void close() throws SQLException {
        corpus.close();
    }

    private Where where() throws SQLException {
        return Where.of(new Statements(corpus.database()));
    }

    private void incident(String id, String role, String topic, String place, String country, int articles)
            throws SQLException {
        corpus.with(
                "incidents",
                COLUMNS,
                "'" + id + "', '" + topic + "', " + place + ", " + country + ", " + articles
                        + ", ['An outlet'], ['th'], 'th', 'unknown'");
        for (int i = 0; i < articles; i++) {
            String article = id + "-" + i;
            corpus.with("articles", "article_id, language, title", "'" + article + "', 'th', 'Title " + article + "'")
                    .with(
                            "incident_articles",
                            "incident_id, article_id, language, role",
                            "'" + id + "', '" + article + "', 'th', '" + role + "'");
        }
    }

    @Test
    void incidentsCountOnceAtTheirPlaceAndInTheirCountry() throws SQLException {
        corpus.with(
                "article_places",
                "article_id, place, country, lat, lon",
                "'a', 'Bavet', 'KH', 11.08, 106.13",
                "'b', 'Bavet', 'KH', 11.08, 106.13",
                "'a', 'Bangkok', 'TH', 13.75, 100.5");
        incident("one", "report", "online_scam", "'Bavet'", "'KH'", 2);
        incident("two", "report", "online_scam", "'Bavet'", "'KH'", 3);
        incident("three", "report", "corruption", "NULL", "'TH'", 1);
        incident("four", "report", "corruption", "NULL", "NULL", 1);
        incident("trial", "follow_up", "corruption", "'Bangkok'", "'TH'", 1);

        Where where = where();

        assertThat(where.counted()).isEqualTo(Where.Counted.INCIDENTS);
        assertThat(where.placed()).isEqualTo(2);
        assertThat(where.countries()).containsExactly(new Count("KH", 2), new Count("TH", 1));
        assertThat(where.spots()).singleElement().satisfies(spot -> {
            assertThat(spot.place() + " " + spot.country() + " " + spot.count() + " " + spot.topic())
                    .isEqualTo("Bavet KH 2 online_scam");
            assertThat(spot.point()).contains(new Where.Point(11.08, 106.13));
            assertThat(spot.incidents()).extracting(Incidents.Incident::id).containsExactly("two", "one");
            assertThat(spot.incidents().get(1).reports())
                    .extracting(Incidents.Report::title)
                    .containsExactly(Optional.of("Title one-0"), Optional.of("Title one-1"));
        });
    }

    @Test
    void noMorePlacesIncidentsAndArticlesAreReadThanThePageShows() throws SQLException {
        int places = Where.LISTED + 2;
        for (int i = 0; i < places; i++) {
            incident("of-" + i, "report", "online_scam", "'Place " + i + "'", "'KH'", 1);
        }
        for (int i = 0; i <= Where.INCIDENTS_EACH; i++) {
            incident(
                    "more-" + i,
                    "report",
                    "online_scam",
                    "'Place " + (places - 1) + "'",
                    "'KH'",
                    Where.ARTICLES_EACH + 1);
        }

        Where where = where();

        assertThat(where.spots()).hasSize(places);
        assertThat(where.spots().get(0).count()).isEqualTo(Where.INCIDENTS_EACH + 2);
        assertThat(where.spots().get(0).incidents())
                .hasSize(Where.INCIDENTS_EACH)
                .allSatisfy(incident -> assertThat(incident.reports()).hasSize(Where.ARTICLES_EACH));
        assertThat(where.spots().subList(0, Where.LISTED))
                .noneMatch(spot -> spot.incidents().isEmpty());
        assertThat(where.spots().subList(Where.LISTED, places))
                .allMatch(spot -> spot.incidents().isEmpty());
        assertThat(where()).isEqualTo(where);
    }

    @Test
    void aPlaceWithoutAPointIsListed() throws SQLException {
        incident("one", "report", "online_scam", "'Teratai Bay'", "'KH'", 1);

        assertThat(where().spots()).singleElement().satisfies(spot -> {
            assertThat(spot.point()).isEmpty();
            assertThat(spot.incidents()).hasSize(1);
        });
    }

    @Test
    void withoutAnIncidentOfAKnownCountryArticlesCount() throws SQLException {
        corpus.with("articles", "article_id, topics", "'a', ['corruption']", "'b', ['corruption']", "'c', []")
                .with(
                        "article_places",
                        "article_id, place, country, mentions, first_offset, lat, lon",
                        "'a', 'Bavet', 'KH', 2, 9, 11.08, 106.13",
                        "'a', 'Hanoi', 'VN', 1, 0, 21.03, 105.85",
                        "'c', 'Hanoi', 'VN', 1, 0, 21.03, 105.85")
                .with("article_countries", "article_id, country, mentions, first_offset", "'b', 'TH', 1, 0");
        incident("nowhere", "report", "corruption", "NULL", "NULL", 1);

        assertThat(where())
                .isEqualTo(new Where(
                        Where.Counted.ARTICLES,
                        1,
                        List.of(new Count("KH", 1), new Count("TH", 1)),
                        List.of(new Where.Spot(
                                "Bavet",
                                "KH",
                                Optional.of(new Where.Point(11.08, 106.13)),
                                1,
                                "corruption",
                                List.of()))));
    }
}
