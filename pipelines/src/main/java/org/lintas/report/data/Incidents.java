package org.lintas.report.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Incidents of which an article is a report.
 *
 * @param count incidents
 * @param several incidents told by more than one article
 * @param continued incidents that articles of earlier corpora tell of as well; all their articles count
 * @param articles articles that tell of one, those of earlier corpora too
 * @param told incidents whose day a text tells; of the other dated ones it is that of the first report
 * @param dated incidents with a day
 * @param unit week, month, quarter or year
 * @param periods incidents by period, without one per cent at each end; empty if none has a day
 * @param outside incidents with a day outside the periods
 * @param largest those with most articles, at most {@value #LARGEST}
 */
public record Incidents(
        long count,
        long several,
        long continued,
        long articles,
        long told,
        long dated,
        String unit,
        List<Count> periods,
        long outside,
        List<Incident> largest) {

    private static final int LARGEST = 25;
    private static final int ARTICLES = 12;

    /** A wide chart has room for the months of fifteen years. */
    private static final int MONTHS = 180;

    private static final String REPORTED = ChosenIncidents.REPORTED;

    private static final String MOST_ARTICLES =
            "FROM reported ORDER BY articles DESC, len(outlets) DESC, incident_id LIMIT " + LARGEST;

    /** How the day of an incident is known. */
    public enum Known {
        /** A text tells it, likely. */
        TOLD,
        /** A text tells it, with a probability below {@link #SURE}. */
        UNCERTAIN,
        /** It is that of the first report. */
        PUBLISHED,
        /** Nothing tells it. */
        NOT;

        /** A day that is told and less likely is uncertain. */
        public static final double SURE = .8;

        static Known of(String precision, double confidence) {
            return !precision.equals("told") ? PUBLISHED : confidence < SURE ? UNCERTAIN : TOLD;
        }
    }

    /**
     * An incident.
     *
     * @param day when it happened, ISO 8601
     * @param title headline of its first article, without one how the text begins
     * @param known how the day is known
     * @param reports its first articles in this corpus
     */
    public record Incident(
            String id,
            Optional<String> title,
            String language,
            Optional<String> day,
            Known known,
            Optional<String> town,
            Optional<String> place,
            Optional<String> country,
            String topic,
            long articles,
            long outlets,
            List<String> languages,
            Optional<Figure> figure,
            List<Report> reports) {}

    /** A figure: goods, part of people or money, with its unit or currency. */
    public record Figure(String subject, String unit, double value) {}

    /**
     * An article on an incident.
     *
     * @param role report, update or follow_up
     */
    public record Report(
            Optional<String> title,
            Optional<String> url,
            Optional<String> outlet,
            String language,
            Optional<String> day,
            String role) {}

    static Incidents of(Statements statements) throws SQLException {
        long[] sums = statements
                .query(REPORTED + """
                SELECT count(*) AS incidents, count(*) FILTER (WHERE articles > 1) AS several,
                       count(*) FILTER (WHERE incident_id IN (
                           SELECT incident_id FROM incident_articles ANTI JOIN articles USING (article_id))) AS continued,
                       coalesce(sum(articles), 0)::BIGINT AS articles,
                       count(*) FILTER (WHERE event_precision = 'told') AS told, count(event_date) AS dated
                FROM reported
                """, row -> new long[] {
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)
                })
                .get(0);
        List<String> ends = new ArrayList<>();
        statements.query(REPORTED + """
                SELECT quantile_disc(event_date, 0.01)::VARCHAR AS first, quantile_disc(event_date, 0.99)::VARCHAR AS last
                FROM reported HAVING count(event_date) > 0
                """, row -> ends.addAll(List.of(row.getString(1), row.getString(2))));
        String unit = "month";
        var periods = new ArrayList<Count>();
        if (!ends.isEmpty()) {
            Periods covered = Periods.between(ends.get(0), ends.get(1), MONTHS);
            unit = covered.unit();
            Grid counted = Grid.of(
                    List.of("incidents"),
                    covered.starts(),
                    statements.query(
                            REPORTED + "SELECT date_trunc('" + unit + "', event_date)::DATE::VARCHAR AS " + unit
                                    + ", count(*) AS incidents\nFROM reported WHERE event_date IS NOT NULL GROUP BY ALL ORDER BY 1",
                            row -> new Grid.Cell("incidents", row.getString(1), row.getDouble(2))));
            covered.starts()
                    .forEach(start ->
                            periods.add(new Count(covered.name(start), (long) counted.at("incidents", start))));
        }
        long shown = periods.stream().mapToLong(Count::count).sum();
        return new Incidents(
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                sums[5],
                unit,
                periods,
                sums[5] - shown,
                ChosenIncidents.of(statements, MOST_ARTICLES, ARTICLES));
    }
}
