package org.lintas.report.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lintas.report.data.Incidents.Figure;
import org.lintas.report.data.Incidents.Incident;
import org.lintas.report.data.Incidents.Known;
import org.lintas.report.data.Incidents.Report;

/** Reads some incidents with their articles. */
final class ChosenIncidents {

    /** Incidents of which an article is a report, as {@code reported}. */
    static final String REPORTED = """
            WITH reported AS (
                FROM incidents WHERE incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')
            )
            """;

    /**
     * Each with one figure that likely counts all of it: the one that most outlets tell, of equals the larger one, of money only
     * if there is no other.
     */
    private static final String CHOSEN = REPORTED.stripTrailing() + """
            ,
            figure AS (
                FROM incident_figures WHERE NOT is_aggregate AND coalesce(confidence, 1) >= 0.5
                QUALIFY row_number() OVER (
                    PARTITION BY incident_id
                    ORDER BY subject = 'money', outlets DESC, articles DESC, best DESC, subject, unit) = 1
            ),
            chosen AS (%s)
            """;

    private ChosenIncidents() {}

    /**
     * Incidents, those with most articles first.
     *
     * @param rows a query that gives rows of {@code reported}
     * @param articles how many articles of each are read, those published first
     */
    static List<Incident> of(Statements statements, String rows, int articles) throws SQLException {
        String chosen = CHOSEN.formatted(rows.strip());
        Map<String, List<Report>> reports = reports(statements, chosen, articles);
        return statements.query(chosen + """
                SELECT c.incident_id, coalesce(c.title, left(a.text, 90) || ' …') AS title, c.first_language,
                       c.event_date::VARCHAR AS day, c.event_precision::VARCHAR AS how,
                       coalesce(c.event_confidence, 1) AS confidence, c.town, c.place, c.country, c.topic, c.articles,
                       len(c.outlets) AS outlets, array_to_string(c.languages, ' ') AS languages, f.subject, f.unit, f.best
                FROM chosen c LEFT JOIN figure f USING (incident_id) LEFT JOIN articles a ON a.article_id = c.incident_id
                ORDER BY c.articles DESC, len(c.outlets) DESC, c.incident_id
                """, row -> {
            String subject = row.getString("subject");
            return new Incident(
                    row.getString("incident_id"),
                    Optional.ofNullable(row.getString("title")),
                    row.getString("first_language"),
                    Optional.ofNullable(row.getString("day")),
                    row.getString("day") == null
                            ? Known.NOT
                            : Known.of(row.getString("how"), row.getDouble("confidence")),
                    Optional.ofNullable(row.getString("town")),
                    Optional.ofNullable(row.getString("place")),
                    Optional.ofNullable(row.getString("country")),
                    row.getString("topic"),
                    row.getLong("articles"),
                    row.getLong("outlets"),
                    List.of(row.getString("languages").split(" ")),
                    subject == null
                            ? Optional.empty()
                            : Optional.of(new Figure(subject, row.getString("unit"), row.getDouble("best"))),
                    reports.getOrDefault(row.getString("incident_id"), List.of()));
        });
    }

    /** The first articles of each that are in this corpus, by the incident. */
    private static Map<String, List<Report>> reports(Statements statements, String chosen, int articles)
            throws SQLException {
        Map<String, List<Report>> reports = new HashMap<>();
        statements.query(
                chosen + """
                SELECT i.incident_id, coalesce(a.title, left(a.text, 90) || ' …') AS title, a.url, i.outlet, i.language,
                       i.published_at::DATE::VARCHAR AS day, i.role::VARCHAR AS role
                FROM incident_articles i JOIN chosen USING (incident_id) JOIN articles a USING (article_id)
                WHERE i.role <> 'mention'
                QUALIFY row_number() OVER (PARTITION BY i.incident_id ORDER BY i.published_at NULLS LAST, i.article_id) <= %d
                ORDER BY i.incident_id, i.published_at NULLS LAST, i.article_id
                """.formatted(articles),
                row -> reports.computeIfAbsent(row.getString("incident_id"), id -> new ArrayList<>())
                        .add(new Report(
                                Optional.ofNullable(row.getString("title")),
                                Optional.ofNullable(row.getString("url")),
                                Optional.ofNullable(row.getString("outlet")),
                                row.getString("language"),
                                Optional.ofNullable(row.getString("day")),
                                row.getString("role"))));
        return reports;
    }
}
