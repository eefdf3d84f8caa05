package org.lintas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
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
        Path folder = Location.local("--output", output, "build the sample on the local disk");
        var flags = new ArrayList<>(List.of(
                "--input=" + sample,
                "--output=" + output,
                "--watch=" + Path.of(sample).resolveSibling(WATCH_LIST)));
        var layout = new Layout(folder.toString());
        if (Files.exists(Path.of(layout.manifest()))) {
            checkSample(layout);
            flags.add("--overwrite");
        } else if (Files.exists(Path.of(layout.started()))) {
            throw RunFailure.usage(
                    "--output=" + output + ": holds what an unfinished run left; remove it, or choose another folder");
        }
        ExitCode code = Lintas.run("build", flags.toArray(String[]::new));
        if (code == ExitCode.OK) {
            try (CorpusDatabase database = CorpusDatabase.open(folder)) {
                for (String query : QUERIES) {
                    System.out.printf("%n%s;%n%n%s", query, TableFormat.TABLE.of(database.table(query), true));
                }
            }
        }
        return code;
    }

    /** The sample of an earlier release may have been at another place, but its list of names was always beside it. */
    private void checkSample(Layout layout) {
        Manifest manifest;
        try {
            manifest = Manifest.read(layout);
        } catch (IOException | IllegalArgumentException e) {
            throw RunFailure.usage("--output=" + output + ": its manifest cannot be read (" + Reason.of(e)
                    + "); choose another folder");
        }
        String input = manifest.option("input", "");
        String watch = manifest.option("watch", "");
        if (input.isEmpty()
                || !watch.equals(Path.of(input).resolveSibling(WATCH_LIST).toString())) {
            throw RunFailure.usage(
                    "--output=" + output + ": holds a corpus that is not the sample; choose another folder");
        }
    }
}
