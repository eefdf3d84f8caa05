package org.lintas.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds the bundled sample corpus and runs a query on it. */
@Command(
        name = "sample",
        description = "Builds the bundled sample corpus and runs a query on it.",
        footer = "Exit codes: see lintas build --help")
final class BuildSample implements Action {

    /** System property with the sample folder; set by the start script. */
    private static final String SAMPLE = "lintas.sample";

    /** Beside the folder of the sample, since it is no input. */
    private static final String WATCH_LIST = "sample-watch.tsv";

    private static final List<String> QUERIES = List.of("""
            SELECT topic, count(*) AS articles, string_agg(DISTINCT language, ' ' ORDER BY language) AS languages
            FROM article_topics WHERE grade = 'main' GROUP BY topic ORDER BY articles DESC, topic LIMIT 8""", """
            SELECT event_date, coalesce(town, place) AS place, country, topic, articles, array_to_string(languages, ' ') AS languages
            FROM incidents WHERE articles > 1 ORDER BY articles DESC, event_date, incident_id LIMIT 8""");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "${sys:lintas.sample.output:-lintas-sample}",
            description = "folder for the corpus (default: ${DEFAULT-VALUE}); an earlier sample in it is removed")
    private String output;

    /** The build prepares the process itself. */
    @Override
    public void prepare() {}

    @Override
    public ExitCode run() throws IOException, SQLException {
        String sample = System.getProperty(SAMPLE);
        if (sample == null) {
            throw RunFailure.usage("the sample is missing: run bin/lintas or scripts/lintas, or set -D" + SAMPLE);
        }
        ExitCode code = Lintas.run(
                "build",
                "--input=" + sample,
                "--output=" + output,
                "--watch=" + Path.of(sample).resolveSibling(WATCH_LIST),
                "--overwrite");
        if (code == ExitCode.OK) {
            try (CorpusDatabase database = CorpusDatabase.open(Path.of(output))) {
                for (String query : QUERIES) {
                    System.out.printf("%n%s;%n%n%s", query, TableFormat.TABLE.of(database.table(query), true));
                }
            }
        }
        return code;
    }
}
