package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;

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
                SELECT cluster_id, source, min(published_at) AS first_at
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
     * @param hours median delay in hours; negative if no article has both dates
     * @param identical copies with the same letters and digits
     */
    public record Pair(String origin, String republisher, long articles, double hours, long identical) {}

    /**
     * An outlet and the articles it shares with others.
     *
     * @param shared articles that it shares with others
     * @param timed shared articles with a date from this outlet and at least one other
     * @param first dated shared articles that it published first, or at the same time as another
     */
    public record Outlet(String name, long shared, long timed, long first) {}

    static Syndication of(CorpusDatabase database) throws SQLException {
        List<Pair> pairs = database.query(
                """
                SELECT a.source, d.source, count(*) AS n,
                       coalesce(round(median(date_diff('minute', a.published_at, d.published_at)) / 60, 1), -1),
                       count(*) FILTER (WHERE d.relation = 'identical')
                FROM duplicates d JOIN articles a ON a.article_id = d.representative_id
                WHERE a.source <> d.source
                GROUP BY ALL ORDER BY n DESC, 1, 2 LIMIT 20
                """,
                row -> new Pair(row.getString(1), row.getString(2), row.getLong(3), row.getDouble(4), row.getLong(5)));
        List<Outlet> outlets = database.query(
                SHARED + """
                        SELECT source, count(*) AS n, count(*) FILTER (WHERE first_at IS NOT NULL AND timed > 1),
                               count(*) FILTER (WHERE first_at IS NOT NULL AND timed > 1 AND place = 1)
                        FROM shared GROUP BY source ORDER BY n DESC, source LIMIT 15
                        """, row -> new Outlet(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        long within = database.query("""
                SELECT count(*) FROM duplicates d JOIN articles a ON a.article_id = d.representative_id
                WHERE a.source IS NOT DISTINCT FROM d.source
                """, row -> row.getLong(1)).get(0);
        return new Syndication(pairs, outlets, within);
    }
}
