package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The largest figures of incidents, each told once however many articles tell it; without totals of more than an incident.
 *
 * @param goods of every kind of goods and unit the largest three, the most frequent kind first
 * @param people the same of people
 * @param money the same of currencies
 */
public record LargestFigures(List<Row> goods, List<Row> people, List<Row> money) {

    /**
     * A figure and its incident.
     *
     * @param low lowest value told; with {@code high} the same as the figure where all agree
     * @param incidents incidents with a figure of this kind
     * @param title headline of the incident's first article
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
            Optional<String> place,
            Optional<String> country) {}

    static LargestFigures of(Statements statements) throws SQLException {
        return new LargestFigures(
                rows(statements, "subject <> 'money' AND unit <> 'person'"),
                rows(statements, "unit = 'person'"),
                rows(statements, "subject = 'money' AND unit <> ''"));
    }

    private static List<Row> rows(Statements statements, String which) throws SQLException {
        return statements.query(
                """
                WITH counted AS (
                    SELECT *, count(*) OVER kind AS incidents
                    FROM incident_figures
                    WHERE NOT is_aggregate AND %s
                    WINDOW kind AS (PARTITION BY subject, unit)
                    QUALIFY row_number() OVER (PARTITION BY subject, unit ORDER BY best DESC, outlets DESC, incident_id) <= 3
                )
                SELECT c.subject, c.unit, c.best, c.low, c.high, c.is_conflict, c.incidents, i.title, i.first_language, a.url,
                       i.event_date::VARCHAR AS day, i.place, i.country
                FROM counted c JOIN incidents i USING (incident_id) LEFT JOIN articles a ON a.article_id = i.incident_id
                ORDER BY c.incidents DESC, c.subject, c.unit, c.best DESC, c.outlets DESC, c.incident_id
                """.formatted(which),
                row -> new Row(
                        new Incidents.Figure(row.getString("subject"), row.getString("unit"), row.getDouble("best")),
                        row.getDouble("low"),
                        row.getDouble("high"),
                        row.getBoolean("is_conflict"),
                        row.getLong("incidents"),
                        Optional.ofNullable(row.getString("title")),
                        row.getString("first_language"),
                        Optional.ofNullable(row.getString("url")),
                        Optional.ofNullable(row.getString("day")),
                        Optional.ofNullable(row.getString("place")),
                        Optional.ofNullable(row.getString("country"))));
    }
}
