package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.corpus.check.CorpusCheck;
import org.lintas.corpus.check.Outcome;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.corpus.sql.DuckDb;
import org.lintas.corpus.sql.Recipes;
import org.lintas.incident.ReportReader;
import org.lintas.report.data.Incidents;
import org.lintas.report.data.ReportData;

/** A corpus that a version wrote which knew no towns of incidents, nor how likely a day or place is that of the event, or a figure counts all that happened. */
class EarlierVersionTest {

    @TempDir
    private Path corpus;

    @BeforeEach
    void write() throws IOException, SQLException {
        Path sample = SampleCorpus.folder();
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = corpus.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        without("incident_figures", "confidence");
        without("incidents", "town, event_confidence, place_confidence");
    }

    private void without(String dataset, String columns) throws IOException, SQLException {
        try (Stream<Path> files = Files.walk(corpus.resolve(dataset));
                DuckDb database = DuckDb.open()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = DuckDb.literal(file.toString());
                database.execute("CREATE OR REPLACE TABLE t AS FROM read_parquet(" + name + ")");
                database.execute("COPY (SELECT * EXCLUDE (" + columns + ") FROM t) TO " + name + " (FORMAT parquet)");
            }
        }
    }

    @Test
    void incidentsHaveNoTown() throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.openUnmarked(corpus)) {
            assertThat(sum(database, "SELECT sum(incidents) FROM (" + recipe("incidents-by-town") + ")"))
                    .isPositive();
            assertThat(sum(database, "SELECT count(town) FROM (" + recipe("incidents-by-town") + ")"))
                    .isZero();
        }
    }

    @Test
    void eachDayCounts() throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.openUnmarked(corpus)) {
            database.set("confidence", "0.99");
            assertThat(sum(database, "SELECT count(month) FROM (" + recipe("incidents-by-month") + ")"))
                    .isPositive()
                    .isEqualTo(sum(
                            database,
                            "SELECT count(*) FROM (SELECT DISTINCT date_trunc('month', event_date) AS month, topic, country, place"
                                    + " FROM incidents WHERE event_date IS NOT NULL AND incident_id IN"
                                    + " (SELECT incident_id FROM incident_articles WHERE role = 'report'))"));
        }
    }

    @Test
    void theReportHasNoTown() throws SQLException, IOException {
        try (CorpusDatabase database = CorpusDatabase.openUnmarked(corpus)) {
            assertThat(ReportData.of(corpus, database).incidents().value().largest())
                    .isNotEmpty()
                    .allSatisfy(incident -> assertThat(incident.town()).isEmpty())
                    .noneMatch(incident -> incident.known() == Incidents.Known.UNCERTAIN);
        }
    }

    @Test
    void eachFigureCounts() throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.openUnmarked(corpus)) {
            database.set("confidence", "0.99");
            assertThat(sum(database, "SELECT sum(people) FROM (" + recipe("people-counted-once") + ")"))
                    .isPositive()
                    .isEqualTo(sum(
                            database,
                            "SELECT sum(best)::BIGINT FROM incident_figures WHERE NOT is_aggregate AND unit = 'person' AND incident_id IN"
                                    + " (SELECT incident_id FROM incident_articles WHERE role = 'report')"));
        }
    }

    @Test
    void aColumnThatCameLaterIsMissedOnlyInACorpusOfTheseRules() throws IOException {
        assertThat(columns()).isEqualTo(Outcome.Status.FAILED);

        Path manifest = corpus.resolve("_manifest.json");
        String earlier = Files.readString(manifest).replace('"' + ReportReader.VERSION + '"', "\"incidents-10\"");
        Files.writeString(manifest, earlier);

        assertThat(columns()).isEqualTo(Outcome.Status.PASSED);
    }

    private Outcome.Status columns() {
        return CorpusCheck.ofRun(corpus).check().outcomes().stream()
                .filter(outcome -> outcome.name().equals("schema.columns"))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static String recipe(String name) {
        return Recipes.named(name).orElseThrow().sql().strip().replaceAll(";$", "");
    }

    private static long sum(CorpusDatabase database, String sql) throws SQLException {
        return database.query(sql, row -> row.getLong(1)).get(0);
    }
}
