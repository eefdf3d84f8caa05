package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Where the articles with a main topic tell of, each once: at the place that it names most often, of several the one it names first; in the
 * country of that place, without a place in the country that it names most often.
 *
 * @param placed articles with a place
 * @param countries articles by country, the largest first
 * @param spots articles by place, the largest first
 */
public record Where(long placed, List<Count> countries, List<Spot> spots) {

    /** What is counted: one row each, with its topics, its country and its place, which may be missing. */
    private static final String LOCATED = """
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

    /**
     * A place.
     *
     * @param country ISO 3166-1 alpha-2
     * @param topic the most frequent topic there
     */
    public record Spot(String place, String country, Optional<Point> point, long count, String topic) {}

    /**
     * A point of the earth, in degrees.
     *
     * @param latitude north positive
     * @param longitude east positive
     */
    public record Point(double latitude, double longitude) {}

    static Where of(Statements statements) throws SQLException {
        statements.execute(LOCATED);
        long placed = statements
                .query("SELECT count(place) AS placed FROM located", row -> row.getLong(1))
                .get(0);
        List<Count> countries = statements.query(
                "SELECT country, count(*) AS n FROM located WHERE country IS NOT NULL GROUP BY country ORDER BY n DESC, country",
                row -> new Count(row.getString(1), row.getLong(2)));
        List<Spot> spots = statements.query("""
                WITH by_topic AS (
                    SELECT place, topic, count(*) AS n FROM (SELECT place, unnest(topics) AS topic FROM located) GROUP BY place, topic
                    QUALIFY row_number() OVER (PARTITION BY place ORDER BY n DESC, topic) = 1
                )
                SELECT place, country, any_value(lat) AS lat, any_value(lon) AS lon, count(*) AS n, any_value(topic) AS topic
                FROM located JOIN by_topic USING (place)
                GROUP BY place, country ORDER BY n DESC, place
                """, row -> {
            double latitude = row.getDouble("lat");
            Optional<Point> point =
                    row.wasNull() ? Optional.empty() : Optional.of(new Point(latitude, row.getDouble("lon")));
            return new Spot(
                    row.getString("place"), row.getString("country"), point, row.getLong("n"), row.getString("topic"));
        });
        return new Where(placed, countries, spots);
    }
}
