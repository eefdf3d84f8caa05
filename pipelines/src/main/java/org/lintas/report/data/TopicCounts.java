package org.lintas.report.data;

import java.sql.SQLException;
import java.util.List;

/**
 * Articles by topic.
 *
 * @param main articles by topic and language, of grade main; topics and languages with most articles first
 * @param mentions articles by topic, of grade mention
 */
public record TopicCounts(Grid main, List<Count> mentions) {

    static TopicCounts of(Statements statements, List<LanguageRow> languages) throws SQLException {
        List<String> topics = statements.query(
                "SELECT topic FROM article_topics GROUP BY topic ORDER BY count(*) FILTER (WHERE grade = 'main') DESC, topic",
                row -> row.getString(1));
        List<Grid.Cell> cells = statements.query(
                "SELECT topic, language, count(*) AS articles FROM article_topics WHERE grade = 'main' GROUP BY ALL",
                row -> new Grid.Cell(row.getString(1), row.getString(2), row.getDouble(3)));
        List<Count> mentions = statements.query(
                "SELECT topic, count(*) AS articles FROM article_topics WHERE grade = 'mention' GROUP BY topic",
                row -> new Count(row.getString(1), row.getLong(2)));
        return new TopicCounts(
                Grid.of(topics, languages.stream().map(LanguageRow::code).toList(), cells), mentions);
    }

    /** Articles that mention a topic. */
    public long mentions(String topic) {
        return mentions.stream()
                .filter(count -> count.name().equals(topic))
                .mapToLong(Count::count)
                .sum();
    }
}
