package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The largest figures of incidents, each told once however many articles tell it; without totals of more than an incident and without what likely is only a
 * part of one. Incidents count whose first article is one of this corpus and a report by its genre: speeches, statistics and opinions have figures of whole
 * countries and years.
 *
 * @param goods of every kind of goods and unit the largest three, the most frequent kind first
 * @param people the same of people
 * @param money the same of currencies
 */
public record LargestFigures(List<Row> goods, List<Row> people, List<Row> money) {

    /** As many people as no incident has; a figure above it is a misreading. */
    private static final long MOST_PEOPLE = 100_000;

    /**
     * A figure and its incident.
     *
     * @param low lowest value told; with {@code high} the same as the figure where all agree
     * @param incidents incidents with a figure of this kind
     * @param title headline of the incident's first article, without one how its text begins
     * @param url address of that article
     * @param day when it happened, ISO 8601
     */
    public record Row(
            Incidents.Figure figure,
            double low,
            double high,
            boolean isConflict,
            long incidents,
            Optional<String> title,
            String language,
            Optional<String> url,
            Optional<String> day,
            Optional<String> town,
            Optional<String> place,
            Optional<String> country) {}

    static LargestFigures of(Statements statements) throws SQLException {
        return new LargestFigures(
                rows(statements, "subject <> 'money' AND unit <> 'person'"),
                rows(statements, "unit = 'person' AND best < " + MOST_PEOPLE),
                rows(statements, "subject = 'money' AND unit <> ''"));
    }

    private static List<Row> rows(Statements statements, String which) throws SQLException {
        return statements.query(
                """
                WITH reported AS (
                    SELECT i.*, a.url, coalesce(i.title, left(a.text, 90) || ' …') AS shown
                    FROM incidents i JOIN articles a ON a.article_id = i.incident_id
                    WHERE a.genre = 'report' AND incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')
                ),
                counted AS (
                    SELECT f.*, shown, first_language, url, event_date, town, place, country, count(*) OVER kind AS incidents
                    FROM incident_figures f JOIN reported USING (incident_id)
                    WHERE NOT is_aggregate AND coalesce(f.confidence, 1) >= 0.5 AND %s
                    WINDOW kind AS (PARTITION BY subject, unit)
                    QUALIFY row_number() OVER (PARTITION BY subject, unit ORDER BY best DESC, f.outlets DESC, incident_id) <= 3
                )
                SELECT subject, unit, best, low, high, is_conflict, incidents, shown, first_language, url, event_date::VARCHAR AS day,
                       town, place, country
                FROM counted
                ORDER BY incidents DESC, subject, unit, best DESC, outlets DESC, incident_id
                """.formatted(which),
                row -> new Row(
                        new Incidents.Figure(row.getString("subject"), row.getString("unit"), row.getDouble("best")),
                        row.getDouble("low"),
                        row.getDouble("high"),
                        row.getBoolean("is_conflict"),
                        row.getLong("incidents"),
                        Optional.ofNullable(row.getString("shown")),
                        row.getString("first_language"),
                        Optional.ofNullable(row.getString("url")),
                        Optional.ofNullable(row.getString("day")),
                        Optional.ofNullable(row.getString("town")),
                        Optional.ofNullable(row.getString("place")),
                        Optional.ofNullable(row.getString("country"))));
    }
}
