package org.lintas.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds the sample that ships with the program, and queries it. */
@Command(
        name = "sample",
        description = "Builds the sample that ships with the program, and queries it.",
        footer = "Exit codes: as those of build")
final class BuildSample implements Action {

    /** Folder of the sample; the script that starts the program says where it lies. */
    private static final String SAMPLE = "lintas.sample";

    private static final String QUESTION = """
            SELECT topic, count(*) AS articles, string_agg(DISTINCT language, ' ' ORDER BY language) AS languages
            FROM article_topics WHERE grade = 'main' GROUP BY topic ORDER BY articles DESC, topic LIMIT 8""";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "${sys:lintas.sample.output:-lintas-sample}",
            description = "folder for the corpus (default: ${DEFAULT-VALUE}); an earlier sample in it is removed")
    private String output;

    /** That is up to the build. */
    @Override
    public void prepare() {}

    @Override
    public ExitCode run() throws IOException, SQLException {
        String sample = System.getProperty(SAMPLE);
        if (sample == null) {
            throw RunFailure.usage("the sample is not there: run bin/lintas or scripts/lintas, or set -D" + SAMPLE);
        }
        ExitCode code = Lintas.run("build", "--input=" + sample, "--output=" + output, "--overwrite");
        if (code == ExitCode.OK) {
            try (CorpusDatabase database = CorpusDatabase.open(Path.of(output))) {
                System.out.printf("%n%s;%n%n%s", QUESTION, TableFormat.TABLE.of(database.table(QUESTION), true));
            }
        }
        return code;
    }
}
