package org.lintas.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.schemas.Dataset;

/**
 * All data of the two pages, from the datasets and the manifest of a corpus, each with the SQL that gave it. The same corpus gives the same data.
 *
 * @param name name of the corpus: the name of its folder
 * @param topicNames names of the topics
 * @param hosts hosts of the articles' addresses, the largest first
 * @param sources outlets, the largest first
 * @param completeness percentage of the articles of each language that have a value, by column
 * @param columns percentage of all rows that have a value, by dataset and column
 */
public record ReportData(
        String name,
        RunFacts run,
        TopicNames topicNames,
        Found<Totals> totals,
        Found<List<Totals.RejectCount>> rejects,
        Found<List<LanguageRow>> languages,
        Found<TopicCounts> topics,
        Found<Timeline> timeline,
        Found<Incidents> incidents,
        Found<LargestFigures> figures,
        Found<Together> together,
        Found<CountryCounts> countries,
        Found<Where> where,
        Found<Syndication> syndication,
        Found<Distributions> distributions,
        Found<List<Count>> hosts,
        Found<List<Count>> sources,
        Found<Grid> completeness,
        Found<List<Grid.Cell>> columns,
        Found<List<Sample>> samples) {

    /**
     * Reads the data of a corpus.
     *
     * @throws SQLException if a dataset cannot be read
     */
    public static ReportData of(Path corpus, CorpusDatabase database) throws SQLException, IOException {
        RunFacts run = RunFacts.of(corpus);
        Found<List<LanguageRow>> languages = Found.of(database, LanguageRow::of);
        Found<TopicCounts> topics = Found.of(database, statements -> TopicCounts.of(statements, languages.value()));
        return new ReportData(
                String.valueOf(corpus.toAbsolutePath().normalize().getFileName()),
                run,
                Found.of(database, TopicNames::of).value(),
                Found.of(database, statements -> Totals.of(statements, run.unlistedRejects())),
                Found.of(database, statements -> Totals.rejects(statements, run.unlistedRejects())),
                languages,
                topics,
                Found.of(
                        database,
                        statements ->
                                Timeline.of(statements, topics.value().main().rows())),
                Found.of(database, Incidents::of),
                Found.of(database, LargestFigures::of),
                Found.of(database, Together::of),
                Found.of(database, CountryCounts::of),
                Found.of(database, Where::of),
                Found.of(database, Syndication::of),
                Found.of(database, Distributions::of),
                Found.of(database, statements -> largest(statements, "url_host")),
                Found.of(database, statements -> largest(statements, "source")),
                Found.of(database, statements -> Completeness.byLanguage(statements, languages.value())),
                Found.of(database, ReportData::columns),
                Found.of(database, Sample::of));
    }

    private static List<Count> largest(Statements statements, String column) throws SQLException {
        return statements.query(
                "SELECT " + column + ", count(*) AS articles FROM articles WHERE " + column
                        + " IS NOT NULL\nGROUP BY 1 ORDER BY articles DESC, 1 LIMIT 12",
                row -> new Count(row.getString(1), row.getLong(2)));
    }

    private static List<Grid.Cell> columns(Statements statements) throws SQLException {
        var columns = new ArrayList<Grid.Cell>();
        for (Dataset dataset : Dataset.values()) {
            columns.addAll(Completeness.of(statements, dataset));
        }
        return columns;
    }
}
