package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;

/**
 * Articles over time, in weeks, months, quarters or years. One per cent of the articles at each end is left out, because a few wrong or very old
 * dates would make the rest unreadable. Bulk dates are left out, too: days on which an outlet has three hundred articles and ten times as many as on
 * its median day, or a thousand and nearly all. They are days of an import, and no peaks.
 *
 * @param unit week, month, quarter or year
 * @param from first day shown, ISO 8601; empty if no article has a date
 * @param articles articles by period, including periods without articles
 * @param topics main articles by topic and period
 * @param outside dated articles outside the range
 * @param bulk articles on bulk dates
 */
public record Timeline(
        String unit, String from, String to, List<Count> articles, Grid topics, long outside, long bulk) {

    private static final int MONTHS = 96;

    /** Also in {@code notices.tsv}. */
    private static final String DATED = """
            WITH daily AS (
                SELECT source, published_at::DATE AS day, count(*) AS n FROM articles
                WHERE published_at IS NOT NULL AND published_precision NOT IN ('month', 'year') GROUP BY ALL
            ),
            bulk AS (
                FROM daily QUALIFY n >= 300 AND n >= 10 * median(n) OVER (PARTITION BY source)
                                OR n >= 1000 AND n >= 0.9 * sum(n) OVER (PARTITION BY source)
            ),
            dated AS (
                SELECT articles.published_at, topics
                FROM (FROM articles WHERE published_at IS NOT NULL) AS articles
                ANTI JOIN bulk ON articles.source IS NOT DISTINCT FROM bulk.source AND articles.published_at::DATE = bulk.day
            )
            """;

    private record Range(String first, String last, long bulk) {}

    static Timeline of(Statements statements, List<String> topicCodes) throws SQLException {
        Range range = statements
                .query(DATED + """
                SELECT quantile_disc(published_at, 0.01)::DATE::VARCHAR AS first, quantile_disc(published_at, 0.99)::DATE::VARCHAR AS last,
                       (SELECT count(published_at) FROM articles) - count(*) AS bulk
                FROM dated
                """, row -> new Range(row.getString(1), row.getString(2), row.getLong(3)))
                .get(0);
        if (range.first() == null) {
            Grid none = Grid.of(topicCodes, List.of(), List.of());
            return new Timeline("month", "", "", List.of(), none, 0, range.bulk());
        }
        Periods periods = Periods.between(range.first(), range.last(), MONTHS);
        String period = "date_trunc('" + periods.unit() + "', published_at)::DATE::VARCHAR AS " + periods.unit();
        List<Grid.Cell> counted = statements.query(
                DATED + "SELECT " + period + ", count(*) AS articles FROM dated GROUP BY ALL ORDER BY 1",
                row -> new Grid.Cell("articles", row.getString(1), row.getDouble(2)));
        Grid all = Grid.of(List.of("articles"), periods.starts(), counted);
        List<Count> articles = periods.starts().stream()
                .map(start -> new Count(periods.name(start), (long) all.at("articles", start)))
                .toList();
        Grid topics = Grid.of(
                topicCodes,
                periods.starts(),
                statements.query(
                        DATED + "SELECT topic, " + period
                                + ", count(*) AS articles\nFROM (SELECT published_at, unnest(topics) AS topic FROM dated)"
                                + " GROUP BY ALL ORDER BY 1, 2",
                        row -> new Grid.Cell(row.getString(1), row.getString(2), row.getDouble(3))));
        double dated = counted.stream().mapToDouble(Grid.Cell::value).sum();
        return new Timeline(
                periods.unit(),
                range.first(),
                range.last(),
                articles,
                topics,
                (long) (dated - all.ofRow("articles")),
                range.bulk());
    }
}
