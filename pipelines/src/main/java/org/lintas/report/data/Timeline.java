package org.lintas.report.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * Articles over time, in months; in quarters or years if there would be too many months. One per cent of the articles at each end is left out,
 * because a few wrong or very old dates would make the rest unreadable.
 *
 * @param unit month, quarter or year
 * @param articles articles by period, including periods without articles
 * @param topics main articles by topic and period
 * @param outside dated articles outside the range
 */
public record Timeline(String unit, List<Count> articles, Grid topics, long outside) {

    private static final int MAX_PERIODS = 96;

    static Timeline of(CorpusDatabase database, List<String> topicCodes) throws SQLException {
        List<String[]> ends = database.query("""
                SELECT quantile_disc(published_at, 0.01)::DATE::VARCHAR, quantile_disc(published_at, 0.99)::DATE::VARCHAR
                FROM articles WHERE published_at IS NOT NULL HAVING count(*) > 0
                """, row -> new String[] {row.getString(1), row.getString(2)});
        if (ends.isEmpty()) {
            return new Timeline("month", List.of(), Grid.of(topicCodes, List.of(), List.of()), 0);
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
                "SELECT date_trunc('" + unit + "', published_at)::DATE::VARCHAR, count(*) FROM articles"
                        + " WHERE published_at IS NOT NULL GROUP BY ALL",
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
                        "SELECT topic, date_trunc('" + unit
                                + "', published_at)::DATE::VARCHAR, count(*) FROM article_topics"
                                + " WHERE grade = 'main' AND published_at IS NOT NULL GROUP BY ALL",
                        row -> new Grid.Cell(row.getString(1), row.getString(2), row.getDouble(3))));
        double dated = counted.stream().mapToDouble(Grid.Cell::value).sum();
        return new Timeline(unit, articles, topics, (long) (dated - all.ofRow("articles")));
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
