package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * A language and its articles.
 *
 * @param length median length of a text in characters
 * @param onTopic articles with a main topic
 * @param copies dropped copies in the language
 */
public record LanguageRow(String code, long articles, long outlets, long length, long onTopic, long copies) {

    /** The languages, with most articles first. */
    static List<LanguageRow> of(CorpusDatabase database) throws SQLException {
        String sql = """
                SELECT a.language, count(*) AS n, count(DISTINCT a.source), median(length(a.text))::BIGINT,
                       count(*) FILTER (WHERE len(a.topics) > 0), coalesce(any_value(d.n), 0)
                FROM articles a
                LEFT JOIN (SELECT language, count(*) AS n FROM duplicates GROUP BY language) d USING (language)
                GROUP BY a.language
                ORDER BY n DESC, a.language
                """;
        return database.query(
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
