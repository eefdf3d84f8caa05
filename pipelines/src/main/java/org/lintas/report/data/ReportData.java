package org.lintas.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.schemas.Dataset;

/**
 * All data of a report, from the datasets and the manifest of a corpus. The same corpus gives the same data.
 *
 * @param name name of the corpus: the name of its folder
 * @param hosts hosts of the articles' addresses, the largest first
 * @param sources outlets, the largest first
 * @param completeness percentage of the articles of each language that have a value, by column
 * @param columns percentage of all rows that have a value, by dataset and column
 */
public record ReportData(
        String name,
        RunFacts run,
        Totals totals,
        List<Totals.RejectCount> rejects,
        List<LanguageRow> languages,
        TopicCounts topics,
        Timeline timeline,
        CountryCounts countries,
        Where where,
        Syndication syndication,
        Distributions distributions,
        List<Count> hosts,
        List<Count> sources,
        Grid completeness,
        List<Grid.Cell> columns,
        List<Sample> samples) {

    /**
     * Reads the data of a corpus.
     *
     * @throws SQLException if a dataset cannot be read
     */
    public static ReportData of(Path corpus, CorpusDatabase database) throws SQLException, IOException {
        RunFacts run = RunFacts.of(corpus);
        List<LanguageRow> languages = LanguageRow.of(database);
        TopicCounts topics = TopicCounts.of(database, languages);
        var columns = new ArrayList<Grid.Cell>();
        for (Dataset dataset : Dataset.values()) {
            columns.addAll(Completeness.of(database, dataset));
        }
        return new ReportData(
                String.valueOf(corpus.toAbsolutePath().normalize().getFileName()),
                run,
                Totals.of(database, run.unlistedRejects()),
                Totals.rejects(database, run.unlistedRejects()),
                languages,
                topics,
                Timeline.of(database, topics.main().rows()),
                CountryCounts.of(database),
                Where.of(database),
                Syndication.of(database),
                Distributions.of(database),
                largest(database, "url_host"),
                largest(database, "source"),
                Completeness.byLanguage(database, languages),
                columns,
                Sample.of(database));
    }

    private static List<Count> largest(CorpusDatabase database, String column) throws SQLException {
        return database.query(
                "SELECT " + column + ", count(*) AS n FROM articles WHERE " + column
                        + " IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT 20",
                row -> new Count(row.getString(1), row.getLong(2)));
    }
}
