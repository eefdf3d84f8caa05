package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lintas.report.data.Incidents.Incident;

/**
 * Where it happened: incidents by place and country, each once. Of a corpus without incidents of a known country, articles with
 * a main topic: at the place that an article names most often, of several the one it names first; in the country of that place,
 * without a place in the country that it names most often.
 *
 * @param placed how many have a place
 * @param countries numbers by country, the largest first
 * @param spots numbers by place, the largest first
 */
public record Where(Counted counted, long placed, List<Count> countries, List<Spot> spots) {

    /** Places whose incidents are read, at most: those with most. */
    public static final int LISTED = 150;

    /** Incidents of a place that are read, at most: those with most articles. */
    public static final int INCIDENTS_EACH = 6;

    /** Articles of such an incident that are read, at most. */
    public static final int ARTICLES_EACH = 4;

    /** Each incident at its place, which may be missing. */
    private static final String INCIDENTS_LOCATED = """
            CREATE OR REPLACE TEMP TABLE located AS
            WITH point AS (
                SELECT place, country, arg_min(lat, article_id) AS lat, arg_min(lon, article_id) AS lon
                FROM article_places WHERE lat IS NOT NULL GROUP BY place, country
            )
            SELECT [topic] AS topics, country, place, lat, lon
            FROM incidents LEFT JOIN point USING (place, country)
            WHERE country IS NOT NULL AND incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')
            """;

    /** Each article: one row, with its topics, its country and its place, which may be missing. */
    private static final String ARTICLES_LOCATED = """
            CREATE OR REPLACE TEMP TABLE located AS
            WITH place AS (
                FROM article_places
                QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY mentions DESC, first_offset, place) = 1
            ),
            country AS (
                FROM article_countries
                QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY mentions DESC, first_offset, country) = 1
            )
            SELECT a.topics, coalesce(p.country, c.country) AS country, p.place, p.lat, p.lon
            FROM articles a LEFT JOIN place p USING (article_id) LEFT JOIN country c USING (article_id)
            WHERE len(a.topics) > 0
            """;

    private static final String OF_PLACES = """
            FROM reported SEMI JOIN (
                SELECT place, country FROM reported WHERE place IS NOT NULL AND country IS NOT NULL GROUP BY place, country
                ORDER BY count(*) DESC, place, country LIMIT %d
            ) USING (place, country)
            QUALIFY row_number() OVER (
                PARTITION BY place, country ORDER BY articles DESC, len(outlets) DESC, incident_id) <= %d
            """.formatted(LISTED, INCIDENTS_EACH);

    /** What is counted. */
    public enum Counted {
        INCIDENTS,
        ARTICLES
    }

    /**
     * A place.
     *
     * @param country ISO 3166-1 alpha-2
     * @param topic the most frequent topic there
     * @param incidents those with most articles, at most {@value #INCIDENTS_EACH}, of the first {@value #LISTED} places
     */
    public record Spot(
            String place, String country, Optional<Point> point, long count, String topic, List<Incident> incidents) {}

    /**
     * A point of the earth, in degrees.
     *
     * @param latitude north positive
     * @param longitude east positive
     */
    public record Point(double latitude, double longitude) {}

    /** A place is one of its country. */
    private record Place(String name, String country) {}

    static Where of(Statements statements) throws SQLException {
        statements.execute(INCIDENTS_LOCATED);
        List<Count> countries = countries(statements);
        if (!countries.isEmpty()) {
            Map<Place, List<Incident>> incidents = ChosenIncidents.of(statements, OF_PLACES, ARTICLES_EACH).stream()
                    .collect(Collectors.groupingBy(incident -> new Place(
                            incident.place().orElseThrow(), incident.country().orElseThrow())));
            return new Where(Counted.INCIDENTS, placed(statements), countries, spots(statements, incidents));
        }
        statements.execute(ARTICLES_LOCATED);
        return new Where(Counted.ARTICLES, placed(statements), countries(statements), spots(statements, Map.of()));
    }

    private static long placed(Statements statements) throws SQLException {
        return statements
                .query("SELECT count(place) AS placed FROM located", row -> row.getLong(1))
                .get(0);
    }

    private static List<Count> countries(Statements statements) throws SQLException {
        return statements.query(
                "SELECT country, count(*) AS n FROM located WHERE country IS NOT NULL GROUP BY country ORDER BY n DESC, country",
                row -> new Count(row.getString(1), row.getLong(2)));
    }

    private static List<Spot> spots(Statements statements, Map<Place, List<Incident>> incidents) throws SQLException {
        return statements.query("""
                WITH by_topic AS (
                    SELECT place, topic, count(*) AS n
                    FROM (SELECT place, unnest(topics) AS topic FROM located) GROUP BY place, topic
                    QUALIFY row_number() OVER (PARTITION BY place ORDER BY n DESC, topic) = 1
                )
                SELECT place, country, any_value(lat) AS lat, any_value(lon) AS lon, count(*) AS n, any_value(topic) AS topic
                FROM located JOIN by_topic USING (place)
                GROUP BY place, country ORDER BY n DESC, place, country
                """, row -> {
            double latitude = row.getDouble("lat");
            Optional<Point> point =
                    row.wasNull() ? Optional.empty() : Optional.of(new Point(latitude, row.getDouble("lon")));
            var place = new Place(row.getString("place"), row.getString("country"));
            return new Spot(
                    place.name,
                    place.country,
                    point,
                    row.getLong("n"),
                    row.getString("topic"),
                    incidents.getOrDefault(place, List.of()));
        });
    }
}
