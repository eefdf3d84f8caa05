package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;

/**
 * A language and its articles.
 *
 * @param length median length of a text in characters
 * @param onTopic articles with a main topic
 * @param copies dropped copies in the language
 */
public record LanguageRow(String code, long articles, long outlets, long length, long onTopic, long copies) {

    /** The languages, with most articles first. */
    static List<LanguageRow> of(Statements statements) throws SQLException {
        String sql = """
                SELECT a.language, count(*) AS n, count(DISTINCT a.source) AS outlets, median(length(a.text))::BIGINT AS median_characters,
                       count(*) FILTER (WHERE len(a.topics) > 0) AS on_a_topic, coalesce(any_value(d.n), 0) AS copies
                FROM articles a
                LEFT JOIN (SELECT language, count(*) AS n FROM duplicates GROUP BY language) d USING (language)
                GROUP BY a.language
                ORDER BY n DESC, a.language
                """;
        return statements.query(
                sql,
                row -> new LanguageRow(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }
}
