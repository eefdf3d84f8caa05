package org.lintas.report.data;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Totals of a corpus.
 *
 * @param exact copies with the same letters and digits
 * @param near copies that were verified
 * @param rejects including those without their own row
 * @param onTopic articles with a main topic
 * @param dated articles with a publication date
 * @param days different days on which articles were published, of dates that are exact to the day
 * @param earliest first day of publication, ISO 8601; empty if no article has a date
 */
public record Totals(
        long articles,
        long exact,
        long near,
        long rejects,
        long onTopic,
        long crossBorder,
        long outlets,
        long dated,
        long addressed,
        long days,
        String earliest,
        String latest) {

    static Totals of(Statements statements, Map<String, Long> unlistedRejects) throws SQLException {
        long unlisted =
                unlistedRejects.values().stream().mapToLong(Long::longValue).sum();
        String sql = """
                SELECT count(*) AS articles,
                       (SELECT count(*) FROM duplicates WHERE kind = 'exact') AS exact_copies,
                       (SELECT count(*) FROM duplicates WHERE kind = 'near') AS near_copies,
                       (SELECT count(*) FROM rejects) AS rejects,
                       count(*) FILTER (WHERE len(topics) > 0) AS on_a_topic,
                       count(*) FILTER (WHERE is_cross_border) AS cross_border,
                       count(DISTINCT source) AS outlets, count(published_at) AS dated, count(url) AS addressed,
                       count(DISTINCT published_at::DATE) FILTER (WHERE published_precision NOT IN ('month', 'year')) AS days,
                       coalesce(min(published_at)::DATE::VARCHAR, '') AS earliest,
                       coalesce(max(published_at)::DATE::VARCHAR, '') AS latest
                FROM articles
                """;
        return statements
                .query(
                        sql,
                        row -> new Totals(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4) + unlisted,
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getLong(10),
                                row.getString(11),
                                row.getString(12)))
                .get(0);
    }

    /** Rejects by stage and reason, the most frequent first. */
    static List<RejectCount> rejects(Statements statements, Map<String, Long> unlisted) throws SQLException {
        String sql = """
                SELECT stage, reason, count(*) AS n, arg_min(detail, (archive_file, archive_offset)) AS example
                FROM rejects GROUP BY ALL ORDER BY n DESC, stage, reason
                """;
        List<RejectCount> listed = statements.query(
                sql, row -> new RejectCount(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)));
        return listed.stream()
                .map(count ->
                        count.stage().equals("archive") ? count.plus(unlisted.getOrDefault(count.reason(), 0L)) : count)
                .sorted(Comparator.comparingLong(RejectCount::count).reversed())
                .toList();
    }

    /** The number of records rejected for one reason, with an example of the detail. */
    public record RejectCount(String stage, String reason, long count, String example) {

        private RejectCount plus(long more) {
            return new RejectCount(stage, reason, count + more, example);
        }
    }
}
