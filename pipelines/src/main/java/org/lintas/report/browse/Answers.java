package org.lintas.report.browse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lintas.report.browse.SelectionSql.Bound;
import org.lintas.report.review.ReviewArticles;

/** What the page is told, in JSON: a page of results, an article, an incident. */
final class Answers {

    /** Articles of a page of results. */
    static final int PAGE = 25;

    /** Last page of results that is shown; the export has the others. */
    static final int LAST_PAGE = 400;

    /** Longest headline in a list, and text of an article, in code points. */
    private static final int TITLE = 300;

    private static final int TEXT = 100_000;

    /** Most articles of an incident that are listed. */
    private static final int MEMBERS = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INCIDENT =
            """
            SELECT CAST(to_json({
                id: i.incident_id, title: i.title, language: i.first_language, articles: i.articles, town: i.town, place: i.place, country: i.country,
                day: CASE WHEN i.event_precision::VARCHAR <> 'unknown' THEN strftime(i.event_date, '%%Y-%%m-%%d') END,
                members: (SELECT list({id: m.article_id, title: left(m.title, %d), outlet: m.source, language: m.language, day: m.day,
                                       role: m.role} ORDER BY m.published_at NULLS LAST, m.article_id)[1:%d]
                          FROM (SELECT a.*, ia.role::VARCHAR AS role, %s AS day
                                FROM incident_articles ia JOIN articles a USING (article_id)
                                WHERE ia.incident_id = i.incident_id) AS m)
            }) AS VARCHAR)
            FROM incidents i
            WHERE i.incident_id = (SELECT incident_id FROM incident_articles WHERE article_id = ?)
            """.formatted(TITLE, MEMBERS, ArticleDay.SQL.replace("published_", "a.published_"));

    private Answers() {}

    /** A page of results, from 0. */
    static byte[] page(Lane lane, boolean isCopied, Selection selection, int page)
            throws SQLException, IOException, Lane.Superseded, InterruptedException {
        var found = new FoundWords(selection.words());
        List<ObjectNode> rows = lane.newest(
                new SelectionSql(selection).page(isCopied, PAGE, page * PAGE), result -> rows(result, found));
        ObjectNode answer = JSON.createObjectNode();
        answer.put("more", rows.size() > PAGE);
        rows.stream().limit(PAGE).forEach(answer.putArray("articles")::add);
        return JSON.writeValueAsBytes(answer);
    }

    private static List<ObjectNode> rows(ResultSet result, FoundWords found) throws SQLException {
        var rows = new ArrayList<ObjectNode>();
        while (result.next()) {
            ObjectNode row = JSON.createObjectNode();
            row.put("id", result.getString("article_id"));
            row.put("url", result.getString("url"));
            row.put("outlet", result.getString("source"));
            row.put("language", result.getString("language"));
            row.put("day", result.getString("day"));
            row.put("copies", result.getLong("cluster_size") - 1);
            names(row.putArray("topics"), result, "topics");
            names(row.putArray("countries"), result, "countries");
            String title = result.getString("title");
            if (title != null) {
                String shown = title.codePointCount(0, title.length()) <= TITLE
                        ? title
                        : title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…";
                row.put("title", shown);
                row.putPOJO("found", found.in(shown));
            }
            row.putPOJO("excerpt", found.excerpt(result.getString("text")));
            rows.add(row);
        }
        return rows;
    }

    private static void names(ArrayNode into, ResultSet result, String column) throws SQLException {
        for (Object name : (Object[]) result.getArray(column).getArray()) {
            into.add(String.valueOf(name));
        }
    }

    /** How many articles a selection has. */
    static byte[] count(Lane lane, boolean isCopied, Selection selection)
            throws SQLException, IOException, Lane.Superseded, InterruptedException {
        return lane.newest(
                new SelectionSql(selection).count(isCopied),
                result -> JSON.writeValueAsBytes(
                        JSON.createObjectNode().put("count", result.next() ? result.getLong(1) : 0)));
    }

    /** The statement that gives the selection, to be run by {@code lintas sql}. */
    static byte[] sql(Selection selection) throws IOException {
        String shown = new SelectionSql(selection).export().shown() + ";\n";
        return JSON.writeValueAsBytes(JSON.createObjectNode().put("sql", shown));
    }

    /** An article with its labels, copies and incident, and where the words are in it; empty if there is none. */
    static Optional<byte[]> article(Lane lane, String id, Selection selection) throws SQLException, IOException {
        Optional<String> article = lane.next(new Bound(ReviewArticles.one(TEXT), List.of(id)), Answers::first);
        if (article.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode answer = (ObjectNode) JSON.readTree(article.get());
        var found = new FoundWords(selection.words());
        answer.putPOJO("foundInTitle", found.in(answer.path("title").asText("")));
        answer.putPOJO("foundInText", found.in(answer.path("text").asText("")));
        Optional<String> incident = lane.next(new Bound(INCIDENT, List.of(id)), Answers::first);
        answer.set("incident", incident.isEmpty() ? null : JSON.readTree(incident.get()));
        return Optional.of(JSON.writeValueAsBytes(answer));
    }

    private static Optional<String> first(ResultSet result) throws SQLException {
        return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
    }

    /** Why there is no answer, for the reader. */
    static byte[] problem(String why) throws IOException {
        return JSON.writeValueAsBytes(JSON.createObjectNode().put("problem", why));
    }
}
