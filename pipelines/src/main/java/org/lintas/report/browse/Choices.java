package org.lintas.report.browse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.report.Format;

/**
 * What can be chosen on the page, with the number of articles of each, and what the corpus is.
 *
 * @param corpus name of its folder
 * @param folder the folder, for the command that is shown
 * @param articles how many it has
 * @param first first and last day of publication; null if no article has a date
 * @param topics all of the taxonomy
 * @param outlets the largest
 */
record Choices(
        String corpus,
        String folder,
        long articles,
        String first,
        String last,
        List<Choice> languages,
        List<Choice> topics,
        List<Choice> countries,
        List<Choice> places,
        List<Choice> outlets) {

    private static final int MOST_OUTLETS = 500;

    /** A code, its name and how many articles have it. */
    record Choice(String code, String name, long articles) {}

    static Choices of(Path corpus, CorpusDatabase database) throws SQLException {
        Map<String, String> span = new LinkedHashMap<>();
        long articles = database.query(
                        "SELECT count(*), CAST(CAST(min(published_at) AS DATE) AS VARCHAR), CAST(CAST(max(published_at) AS DATE) AS VARCHAR)"
                                + " FROM articles",
                        row -> {
                            span.put("first", row.getString(2));
                            span.put("last", row.getString(3));
                            return row.getLong(1);
                        })
                .get(0);
        return new Choices(
                String.valueOf(corpus.toAbsolutePath().normalize().getFileName()),
                corpus.toAbsolutePath().normalize().toString(),
                articles,
                span.get("first"),
                span.get("last"),
                named(database, "SELECT language, count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1"),
                database.query(
                        "SELECT t.topic, t.name, count(a.article_id) FROM taxonomy t LEFT JOIN article_topics a USING (topic)"
                                + " GROUP BY ALL ORDER BY t.name, t.topic",
                        row -> new Choice(row.getString(1), row.getString(2), row.getLong(3))),
                database.query(
                        "SELECT country, count(*) FROM (SELECT unnest(countries) AS country FROM articles) GROUP BY 1"
                                + " ORDER BY 2 DESC, 1",
                        row -> new Choice(row.getString(1), Format.country(row.getString(1)), row.getLong(2))),
                database.query(
                        "SELECT place, first(country ORDER BY country), count(DISTINCT article_id) FROM article_places"
                                + " GROUP BY 1 ORDER BY 1",
                        row -> new Choice(row.getString(1), Format.country(row.getString(2)), row.getLong(3))),
                database.query(
                        "SELECT coalesce(url_host, source), count(*) FROM articles WHERE coalesce(url_host, source) IS NOT NULL"
                                + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " + MOST_OUTLETS,
                        row -> new Choice(row.getString(1), "", row.getLong(2))));
    }

    private static List<Choice> named(CorpusDatabase database, String sql) throws SQLException {
        return database.query(
                sql,
                row -> new Choice(
                        row.getString(1),
                        Optional.of(Format.language(row.getString(1)))
                                .filter(name -> !name.isEmpty())
                                .orElse(row.getString(1)),
                        row.getLong(2)));
    }
}
