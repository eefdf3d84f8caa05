package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * Who carries whose stories.
 *
 * @param pairs outlets and those that carried their stories, the most stories first
 * @param outlets outlets that share stories with others
 * @param withinOutlet copies within one outlet, of which there is nothing to say here
 */
public record Syndication(List<Pair> pairs, List<Outlet> outlets, long withinOutlet) {

    private static final String SHARED = """
            WITH dated AS (
                SELECT cluster_id, source, min(published_at) AS told_at
                FROM copies WHERE source IS NOT NULL GROUP BY ALL
            ),
            shared AS (
                SELECT *, rank() OVER (PARTITION BY cluster_id ORDER BY told_at) AS place,
                       count(told_at) OVER (PARTITION BY cluster_id) AS timed
                FROM dated
                QUALIFY count(*) OVER (PARTITION BY cluster_id) > 1
            )
            """;

    /**
     * One outlet and one that carried its stories.
     *
     * @param hours median of hours between the two; negative where no story has both dates
     * @param wordForWord how many were the same in all letters and digits
     */
    public record Pair(String origin, String carrier, long stories, double hours, long wordForWord) {}

    /**
     * An outlet among others.
     *
     * @param shared stories that it has in common with others
     * @param timed those of them for which at least two outlets give a date, itself included
     * @param first those of them that it had first, or at the same time as another
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
                        SELECT source, count(*) AS n, count(*) FILTER (WHERE told_at IS NOT NULL AND timed > 1),
                               count(*) FILTER (WHERE told_at IS NOT NULL AND timed > 1 AND place = 1)
                        FROM shared GROUP BY source ORDER BY n DESC, source LIMIT 15
                        """, row -> new Outlet(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        long within = database.query("""
                SELECT count(*) FROM duplicates d JOIN articles a ON a.article_id = d.representative_id
                WHERE a.source IS NOT DISTINCT FROM d.source
                """, row -> row.getLong(1)).get(0);
        return new Syndication(pairs, outlets, within);
    }
}
