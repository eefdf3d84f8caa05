package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Articles republished by other outlets.
 *
 * @param pairs pairs of outlets with republished articles, most articles first
 * @param outlets outlets that share articles with others
 * @param withinOutlet copies within one outlet
 */
public record Syndication(List<Pair> pairs, List<Outlet> outlets, long withinOutlet) {

    private static final String SHARED = """
            WITH dated AS (
                SELECT cluster_id, source, min(published_at)::DATE AS first_at
                FROM copies WHERE source IS NOT NULL GROUP BY ALL
            ),
            shared AS (
                SELECT *, rank() OVER (PARTITION BY cluster_id ORDER BY first_at) AS place,
                       count(first_at) OVER (PARTITION BY cluster_id) AS timed
                FROM dated
                QUALIFY count(*) OVER (PARTITION BY cluster_id) > 1
            )
            """;

    /**
     * An outlet and another one that republished its articles.
     *
     * @param days median delay in days; empty if no article has both dates
     * @param identical copies with the same letters and digits
     */
    public record Pair(String origin, String republisher, long articles, OptionalLong days, long identical) {}

    /**
     * An outlet and the articles it shares with others.
     *
     * @param shared articles that it shares with others
     * @param timed shared articles with a date from this outlet and at least one other
     * @param first dated shared articles that it published on the first day, alone or with others
     */
    public record Outlet(String name, long shared, long timed, long first) {}

    static Syndication of(Statements statements) throws SQLException {
        List<Pair> pairs = statements.query("""
                SELECT a.source AS origin, d.source AS republisher, count(*) AS n,
                       median(date_diff('day', a.published_at, d.published_at))::BIGINT AS days,
                       count(*) FILTER (WHERE d.relation = 'identical') AS identical
                FROM duplicates d JOIN articles a ON a.article_id = d.representative_id
                WHERE a.source <> d.source
                GROUP BY ALL ORDER BY n DESC, 1, 2 LIMIT 20
                """, row -> {
            long days = row.getLong(4);
            OptionalLong delay = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(days);
            return new Pair(row.getString(1), row.getString(2), row.getLong(3), delay, row.getLong(5));
        });
        List<Outlet> outlets = statements.query(
                SHARED + """
                        SELECT source, count(*) AS n, count(*) FILTER (WHERE first_at IS NOT NULL AND timed > 1) AS timed,
                               count(*) FILTER (WHERE first_at IS NOT NULL AND timed > 1 AND place = 1) AS first
                        FROM shared GROUP BY source ORDER BY n DESC, source LIMIT 15
                        """, row -> new Outlet(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        long within = statements.query("""
                SELECT count(*) AS within_an_outlet FROM duplicates d JOIN articles a ON a.article_id = d.representative_id
                WHERE a.source IS NOT DISTINCT FROM d.source
                """, row -> row.getLong(1)).get(0);
        return new Syndication(pairs, outlets, within);
    }
}
