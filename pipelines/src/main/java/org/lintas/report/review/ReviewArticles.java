package org.lintas.report.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import org.lintas.corpus.sql.CorpusDatabase;

/** What pages show of articles with their labels: one JSON object each. Offsets are code points of the title or the text. */
public final class ReviewArticles {

    /** Longest title and text on the page, in code points. */
    static final int TITLE = 500;

    static final int TEXT = 8_000;

    /** Most copies, goods and parts of people, places of an article on the page. */
    private static final int COPIES = 20;

    private static final int NAMES = 8;

    /** The columns of {@code chosen} for one article, whose id is a parameter. */
    private static final String ONE =
            "WITH chosen AS (SELECT CAST(? AS VARCHAR) AS article_id, CAST(NULL AS VARCHAR) AS asked, 1 AS position),";

    private static final String ARTICLES = """
            labels AS (
                SELECT article_id, list({
                    topic: topic, grade: grade, score: score,
                    evidence: [{field: e.field, start: e."start", "end": e."end", kind: e.kind,
                        term: CASE WHEN e.kind = 'term' THEN e.term END} FOR e IN evidence]
                } ORDER BY grade = 'mention', score DESC, topic) AS topics
                FROM article_topics JOIN chosen USING (article_id) GROUP BY article_id
            ),
            named AS (
                SELECT article_id, list({country: country, mentions: mentions, first: first_offset}
                    ORDER BY mentions DESC, country) AS countries
                FROM article_countries JOIN chosen USING (article_id) GROUP BY article_id
            ),
            copy AS (
                SELECT representative_id, article_id, min(url) AS url, min(source) AS outlet, min(relation)::VARCHAR AS relation,
                       max(similarity) AS similarity
                FROM duplicates
                WHERE representative_id IN (SELECT article_id FROM chosen) AND article_id <> representative_id
                GROUP BY ALL
            ),
            copied AS (
                SELECT representative_id AS article_id, count(*) AS copies, list({
                    id: article_id, url: url, outlet: outlet, relation: relation, similarity: similarity
                } ORDER BY similarity, article_id)[1:%d] AS shown
                FROM copy GROUP BY representative_id
            ),
            counted AS (
                SELECT article_id, list(subject ORDER BY first, subject)[1:%d] AS subjects
                FROM (SELECT article_id, subject, min("start") AS first FROM article_figures
                    WHERE subject IS NOT NULL AND article_id IN (SELECT article_id FROM chosen) GROUP BY ALL)
                GROUP BY article_id
            ),
            placed AS (
                SELECT article_id, list(place ORDER BY mentions DESC, place)[1:%d] AS places
                FROM article_places JOIN chosen USING (article_id) GROUP BY article_id
            ),
            told AS (
                SELECT ia.article_id, {title: i.title, language: i.first_language, articles: i.articles} AS incident
                FROM incident_articles ia JOIN incidents i USING (incident_id)
                WHERE ia.article_id IN (SELECT article_id FROM chosen)
            )
            SELECT CAST(to_json({
                id: a.article_id,
                title: left(a.title, %d),
                text: left(a.text, %d),
                hidden: greatest(0, length(a.text) - %d),
                url: a.url,
                outlet: a.source,
                day: strftime(a.published_at, CASE a.published_precision::VARCHAR
                    WHEN 'year' THEN '%%Y' WHEN 'month' THEN '%%Y-%%m' ELSE '%%Y-%%m-%%d' END),
                language: a.language,
                genre: a.genre,
                asked: asked,
                topics: coalesce(l.topics, []),
                countries: coalesce(n.countries, []),
                copies: coalesce(c.copies, 0),
                shown: coalesce(c.shown, []),
                subjects: coalesce(f.subjects, []),
                places: coalesce(p.places, []),
                incident: t.incident
            }) AS VARCHAR)
            FROM chosen JOIN articles a USING (article_id)
            LEFT JOIN labels l USING (article_id) LEFT JOIN named n USING (article_id) LEFT JOIN copied c USING (article_id)
            LEFT JOIN counted f USING (article_id) LEFT JOIN placed p USING (article_id) LEFT JOIN told t USING (article_id)
            ORDER BY position
            """;

    private ReviewArticles() {}

    /**
     * A query for one article, whose id is its parameter.
     *
     * @param text longest text, in code points
     */
    public static String one(int text) {
        return ONE + "\n" + articles(text);
    }

    private static String articles(int text) {
        return ARTICLES.formatted(COPIES, NAMES, NAMES, TITLE, text, text);
    }

    /** Writes the articles of the table {@code chosen} as a JSON array, one at a time; gives their number. */
    static int write(CorpusDatabase database, Writer out) throws SQLException, IOException {
        var written = new int[1];
        try {
            out.write("[");
            database.each("WITH " + articles(TEXT), row -> {
                try {
                    out.write(written[0]++ == 0 ? "\n" : ",\n");
                    out.write(ReviewPage.inScript(row.getString(1)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.write("\n]");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written[0];
    }
}
