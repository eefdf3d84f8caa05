package org.lintas.report.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sample article of a topic.
 *
 * @param score probability that a reader would give the topic this grade or a higher one
 * @param day day of publication, ISO 8601
 * @param title headline with the evidence highlighted
 * @param text excerpt with the evidence highlighted
 */
public record Sample(
        String topic,
        String language,
        String grade,
        double score,
        Optional<String> day,
        Optional<String> source,
        Optional<String> url,
        Optional<Excerpt> title,
        Excerpt text) {

    private static final int EXCERPT = 300;
    private static final int LONGEST_TITLE = 200;

    /**
     * Selects the samples: main before mention, languages in turn, otherwise in the order of a digest, which is independent of their content.
     */
    private static final String CHOSEN = """
            CREATE OR REPLACE TEMP TABLE chosen AS
            WITH turn AS (
                SELECT article_id, topic, grade, md5(article_id || topic) AS lot,
                       row_number() OVER (PARTITION BY topic, grade, language ORDER BY md5(article_id || topic)) AS turn
                FROM article_topics
                QUALIFY turn <= 10
            ),
            first AS (
                FROM turn
                QUALIFY row_number() OVER (PARTITION BY topic ORDER BY grade <> 'main', turn, lot) <= 10
            )
            SELECT t.*, f.lot, f.turn FROM article_topics t JOIN first f USING (article_id, topic)
            """;

    /** Up to ten articles per topic. */
    static List<Sample> of(Statements statements) throws SQLException {
        statements.execute(CHOSEN);
        Map<String, List<Excerpt.Span>> evidence = evidence(statements);
        return statements.query("""
                SELECT c.topic, c.language, c.grade, c.score, a.published_at::DATE::VARCHAR AS day, a.source, a.url, a.title,
                       a.text, c.article_id
                FROM chosen c JOIN articles a USING (article_id)
                ORDER BY c.topic, c.grade <> 'main', c.turn, c.lot
                """, row -> {
            String key = row.getString("article_id") + row.getString("topic");
            List<Excerpt.Span> inTitle = evidence.getOrDefault(key + "title", List.of());
            return new Sample(
                    row.getString("topic"),
                    row.getString("language"),
                    row.getString("grade"),
                    row.getDouble("score"),
                    Optional.ofNullable(row.getString("day")),
                    Optional.ofNullable(row.getString("source")),
                    Optional.ofNullable(row.getString("url")),
                    Optional.ofNullable(row.getString("title"))
                            .map(title -> Excerpt.opening(title, inTitle, LONGEST_TITLE)),
                    Excerpt.of(row.getString("text"), evidence.getOrDefault(key + "text", List.of()), EXCERPT));
        });
    }

    /** Evidence spans by article, topic and field: terms, and passages only of topics without a term. */
    private static Map<String, List<Excerpt.Span>> evidence(Statements statements) throws SQLException {
        Map<String, List<Excerpt.Span>> places = new HashMap<>();
        statements.query(
                """
                        SELECT article_id || topic || e.field, e."start", e."end"
                        FROM (SELECT article_id, topic, evidence, unnest(evidence) AS e FROM chosen)
                        WHERE e.kind = 'term' OR len(list_filter(evidence, other -> other.kind = 'term')) = 0
                        """,
                row -> places.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(new Excerpt.Span(row.getInt(2), row.getInt(3))));
        return places;
    }
}
