package org.lintas.report.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * Articles over time, in months; in quarters or years if there would be too many months. One per cent of the articles at each end is left out,
 * because a few wrong or very old dates would make the rest unreadable. Bulk dates are left out, too: days on which an outlet has
 * three hundred articles and ten times as many as on its median day, or a thousand and nearly all. They are days of an import, and no peaks.
 *
 * @param unit month, quarter or year
 * @param articles articles by period, including periods without articles
 * @param topics main articles by topic and period
 * @param outside dated articles outside the range
 * @param bulk articles on bulk dates
 */
public record Timeline(String unit, List<Count> articles, Grid topics, long outside, long bulk) {

    private static final int MAX_PERIODS = 96;

    /** Also in {@code notices.tsv}. */
    private static final String BULK = """
            (SELECT source, day FROM (SELECT source, published_at::DATE AS day, count(*) AS n FROM articles
             WHERE published_at IS NOT NULL AND published_precision NOT IN ('month', 'year') GROUP BY ALL)
             QUALIFY n >= 300 AND n >= 10 * median(n) OVER (PARTITION BY source)
                  OR n >= 1000 AND n >= 0.9 * sum(n) OVER (PARTITION BY source))
            """;

    /** Articles with a date that is no bulk date. */
    private static final String DATED = "(FROM articles WHERE published_at IS NOT NULL) AS articles ANTI JOIN " + BULK
            + " AS bulk ON articles.source IS NOT DISTINCT FROM bulk.source AND articles.published_at::DATE = bulk.day";

    static Timeline of(CorpusDatabase database, List<String> topicCodes) throws SQLException {
        List<String[]> ends = database.query(
                "SELECT quantile_disc(published_at, 0.01)::DATE::VARCHAR, quantile_disc(published_at, 0.99)::DATE::VARCHAR FROM "
                        + DATED + " HAVING count(*) > 0",
                row -> new String[] {row.getString(1), row.getString(2)});
        long bulk = database.query(
                        "SELECT (SELECT count(published_at) FROM articles) - (SELECT count(*) FROM " + DATED + ")",
                        row -> row.getLong(1))
                .get(0);
        if (ends.isEmpty()) {
            return new Timeline("month", List.of(), Grid.of(topicCodes, List.of(), List.of()), 0, bulk);
        }
        String from = ends.get(0)[0];
        String to = ends.get(0)[1];
        String unit = "month";
        for (String coarser : List.of("quarter", "year")) {
            if (periods(database, unit, from, to).size() > MAX_PERIODS) {
                unit = coarser;
            }
        }
        List<String> periods = periods(database, unit, from, to);
        List<Grid.Cell> counted = database.query(
                "SELECT date_trunc('" + unit + "', published_at)::DATE::VARCHAR, count(*) FROM " + DATED
                        + " GROUP BY ALL",
                row -> new Grid.Cell("articles", row.getString(1), row.getDouble(2)));
        Grid all = Grid.of(List.of("articles"), periods, counted);
        var articles = new ArrayList<Count>();
        for (String period : periods) {
            articles.add(new Count(name(period, unit), (long) all.at("articles", period)));
        }
        Grid topics = Grid.of(
                topicCodes,
                periods,
                database.query(
                        "SELECT topic, date_trunc('" + unit + "', published_at)::DATE::VARCHAR, count(*) FROM (SELECT"
                                + " articles.published_at, unnest(topics) AS topic FROM " + DATED + ") GROUP BY ALL",
                        row -> new Grid.Cell(row.getString(1), row.getString(2), row.getDouble(3))));
        double dated = counted.stream().mapToDouble(Grid.Cell::value).sum();
        return new Timeline(unit, articles, topics, (long) (dated - all.ofRow("articles")), bulk);
    }

    private static List<String> periods(CorpusDatabase database, String unit, String from, String to)
            throws SQLException {
        return database.query(
                "SELECT unnest(generate_series(date_trunc('" + unit + "', DATE '" + from + "'), DATE '" + to
                        + "', INTERVAL 1 " + unit + "))::DATE::VARCHAR",
                row -> row.getString(1));
    }

    /** {@code 2025-11}, {@code 2025-Q4} or {@code 2025}. */
    private static String name(String day, String unit) {
        return switch (unit) {
            case "year" -> day.substring(0, 4);
            case "quarter" -> day.substring(0, 4) + "-Q" + (Integer.parseInt(day.substring(5, 7)) + 2) / 3;
            default -> day.substring(0, 7);
        };
    }
}
