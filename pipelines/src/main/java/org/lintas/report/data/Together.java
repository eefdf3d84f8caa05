package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;

/**
 * Groups, firms and compounds of the table of names and the watch list, and which of them are named in the same articles. Persons are left out.
 *
 * @param named entities by the articles that name them, the most frequent first
 * @param pairs pairs by the articles that name both, in at least two articles
 */
public record Together(List<Named> named, List<Pair> pairs) {

    private static final String NAMED = """
            WITH named AS (
                SELECT DISTINCT article_id, language, entity_id, kind::VARCHAR AS kind, normalised_name AS name
                FROM article_entities
                WHERE entity_id IS NOT NULL AND kind IN ('group', 'company', 'compound')
            )
            """;

    /**
     * An entity.
     *
     * @param kind group, company or compound
     */
    public record Named(String name, String kind, long articles) {}

    /** Two entities, and the languages of the articles that name both. */
    public record Pair(
            String one, String oneKind, String other, String otherKind, long articles, List<String> languages) {}

    static Together of(Statements statements) throws SQLException {
        List<Named> named =
                statements.query(NAMED + """
                SELECT name, kind, count(DISTINCT article_id) AS articles FROM named
                GROUP BY entity_id, name, kind ORDER BY articles DESC, name LIMIT 20
                """, row -> new Named(row.getString(1), row.getString(2), row.getLong(3)));
        List<Pair> pairs = statements.query(
                NAMED + """
                SELECT a.name AS one, a.kind AS one_kind, b.name AS other, b.kind AS other_kind,
                       count(DISTINCT article_id) AS articles, string_agg(DISTINCT a.language, ' ' ORDER BY a.language) AS languages
                FROM named a JOIN named b USING (article_id)
                WHERE a.entity_id < b.entity_id
                GROUP BY a.entity_id, b.entity_id, 1, 2, 3, 4
                HAVING count(DISTINCT article_id) >= 2
                ORDER BY articles DESC, one, other LIMIT 15
                """,
                row -> new Pair(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        List.of(row.getString(6).split(" "))));
        return new Together(named, pairs);
    }
}
