package org.lintas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.lintas.dataset.Layout;
import org.lintas.quality.Checks;
import org.lintas.quality.CorpusCheck;
import org.lintas.run.Command;
import org.lintas.run.ExitCode;
import org.lintas.run.FinishedCorpus;
import org.lintas.run.Flags;
import org.lintas.run.Location;
import org.lintas.run.RunFailure;

/** Checks the expectations of a corpus. */
public final class CheckCorpus {

    private static final String HELP = """
            usage: lintas check --corpus=DIR [--previous=DIR[,DIR…]] [--json]

              --corpus=DIR             a corpus on the local disk
              --previous=DIR[,DIR…]    earlier corpora: languages, topics, rejects and lengths must be much as in them
              --json                   print a JSON document in place of a table

            Looks at ids, references between the datasets, ranges, values that must be there, the order of rows, and whether files and sums
            are those of the manifest.
            exit codes: 0 all passed · 2 usage · 3 corpus missing · 4 could not be checked · 6 an expectation failed

            example: lintas check --corpus=/data/2025-11 --previous=/data/2025-10
            """;

    private static final Command COMMAND = new Command(HELP, Set.of("corpus", "previous", "json"), CheckCorpus::check);

    private CheckCorpus() {}

    public static void main(String[] args) {
        System.exit(run(args).number());
    }

    static ExitCode run(String... args) {
        return COMMAND.run(args);
    }

    private static ExitCode check(Flags flags) throws SQLException, IOException {
        Path corpus = local("--corpus", flags.need("corpus", "the folder of a corpus"));
        // It need not be marked as finished: one that failed its expectations is looked at with this command.
        if (!Files.isRegularFile(corpus.resolve(Layout.MANIFEST))) {
            throw new RunFailure(
                    ExitCode.INPUT_MISSING, "--corpus=" + corpus + ": holds no corpus (no " + Layout.MANIFEST + ")");
        }
        List<Layout> previous = flags.list("previous").stream()
                .map(folder -> new Layout(local("--previous", folder).toString()))
                .toList();
        FinishedCorpus.openAll("--previous", previous);
        Checks checks = check(
                corpus, previous.stream().map(layout -> Path.of(layout.root())).toList());
        System.out.print(flags.is("json") ? checks.json() : checks.table());
        return checks.hasFailed() ? ExitCode.EXPECTATION_FAILED : ExitCode.OK;
    }

    private static Checks check(Path corpus, List<Path> previous) throws SQLException, IOException {
        try {
            return CorpusCheck.asked(corpus, previous).check();
        } catch (SQLException e) {
            // What cannot even be looked at may be a file that is gone or cut off: this names it.
            FinishedCorpus.open("--corpus", new Layout(corpus.toString()));
            throw e;
        }
    }

    private static Path local(String flag, String folder) {
        return Location.local(flag, folder, "copy it to one and check it there");
    }
}
