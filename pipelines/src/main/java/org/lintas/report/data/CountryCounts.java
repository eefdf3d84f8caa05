package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;

/**
 * Countries named in articles with a main topic.
 *
 * @param named articles by country, the most often named first
 * @param pairs articles that name both countries, for the countries most often named; on the diagonal all articles that name the country
 */
public record CountryCounts(List<Count> named, Grid pairs) {

    private static final int MAX_COUNTRIES = 12;

    static CountryCounts of(Statements statements) throws SQLException {
        List<Count> named = statements.query("""
                SELECT country, count(*) AS n
                FROM (SELECT unnest(countries) AS country FROM articles WHERE len(topics) > 0)
                GROUP BY country ORDER BY n DESC, country
                """, row -> new Count(row.getString(1), row.getLong(2)));
        List<String> most = named.stream().limit(MAX_COUNTRIES).map(Count::name).toList();
        List<Grid.Cell> cells =
                statements.query("""
                WITH named AS (SELECT article_id, unnest(countries) AS country FROM articles WHERE len(topics) > 0)
                SELECT x.country AS one, y.country AS other, count(*) AS articles
                FROM named x JOIN named y USING (article_id)
                GROUP BY ALL
                """, row -> new Grid.Cell(row.getString(1), row.getString(2), row.getDouble(3)));
        return new CountryCounts(named, Grid.of(most, most, cells));
    }
}
