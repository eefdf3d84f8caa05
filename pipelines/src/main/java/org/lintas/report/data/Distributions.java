package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;

/**
 * Distributions of lengths, sizes and scores.
 *
 * @param clusterSizes articles by the number of their records
 * @param relations dropped copies by their relation to the article
 * @param lengths texts by their length in characters, each bin twice as wide as the one before
 * @param mainScores labels of grade main by score
 * @param mentionScores labels of grade mention by score
 * @param confidence articles by the confidence of their language
 * @param similarity near duplicates by their similarity
 */
public record Distributions(
        List<Count> clusterSizes,
        List<Count> relations,
        List<Count> lengths,
        List<Count> mainScores,
        List<Count> mentionScores,
        List<Count> confidence,
        List<Count> similarity) {

    private static final int SHORTEST_BIN = 100;
    private static final int LENGTH_BINS = 10;

    static Distributions of(Statements statements) throws SQLException {
        return new Distributions(
                counts(statements, """
                        WITH bin AS (SELECT CASE WHEN cluster_size < 5 THEN cluster_size WHEN cluster_size < 10 THEN 5
                                                 WHEN cluster_size < 20 THEN 10 WHEN cluster_size < 50 THEN 20 ELSE 50 END AS b
                                     FROM articles)
                        SELECT CASE b WHEN 5 THEN '5–9' WHEN 10 THEN '10–19' WHEN 20 THEN '20–49' WHEN 50 THEN '50 or more'
                                      ELSE b::VARCHAR END AS records, count(*) AS articles
                        FROM bin GROUP BY b ORDER BY b
                        """),
                counts(
                        statements,
                        "SELECT relation, count(*) AS n FROM duplicates GROUP BY relation ORDER BY n DESC, 1"),
                lengths(statements),
                scores(statements, "score", "article_topics WHERE grade = 'main'"),
                scores(statements, "score", "article_topics WHERE grade = 'mention'"),
                scores(statements, "language_confidence", "articles"),
                scores(statements, "similarity", "duplicates WHERE kind = 'near'"));
    }

    private static List<Count> lengths(Statements statements) throws SQLException {
        return counts(statements, String.format("""
                        WITH bin AS (
                            SELECT greatest(0, least(%2$d, 1 + floor(log2(greatest(length(text), 1) / %1$d)))) AS b FROM articles
                        )
                        SELECT (CASE WHEN i = 0 THEN 0 ELSE %1$d * 2 ** (i - 1) END)::BIGINT::VARCHAR AS characters, count(b) AS articles
                        FROM range(%2$d + 1) AS bins(i) LEFT JOIN bin ON b = i
                        GROUP BY i ORDER BY i
                        """, SHORTEST_BIN, LENGTH_BINS));
    }

    /** Twenty bins between 0 and 1. */
    private static List<Count> scores(Statements statements, String column, String from) throws SQLException {
        return counts(
                statements,
                "WITH bin AS (SELECT least(19, floor(" + column + " * 20)) AS b FROM " + from + ")"
                        + " SELECT printf('%.2f', i / 20) AS " + column
                        + "_from, count(b) AS n FROM range(20) AS bins(i) LEFT JOIN bin ON b = i"
                        + " GROUP BY i ORDER BY i");
    }

    private static List<Count> counts(Statements statements, String sql) throws SQLException {
        return statements.query(sql, row -> new Count(row.getString(1), row.getLong(2)));
    }
}
