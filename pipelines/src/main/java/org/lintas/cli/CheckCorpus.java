package org.lintas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.check.Checks;
import org.lintas.corpus.check.CorpusCheck;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;

/** Checks the expectations of a corpus. */
public final class CheckCorpus {

    private static final String HELP = """
            usage: lintas check --corpus=DIR [--previous=DIR[,DIR…]] [--json]

              --corpus=DIR             a corpus on the local disk
              --previous=DIR[,DIR…]    earlier corpora: languages, topics, rejects and lengths must be much as in them
              --json                   print a JSON document in place of a table

            Looks at ids, references between the datasets, ranges, values that must be there, the order of rows, and whether files and sums
            are those of the manifest.
            What cannot be looked at, for want of memory, disk or a file that can be read, is told as not checked.
            exit codes: 0 all passed · 2 usage · 3 corpus missing · 4 something was not checked, nothing failed · 6 an expectation failed

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

    private static ExitCode check(Flags flags) {
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
        List<Path> before =
                previous.stream().map(layout -> Path.of(layout.root())).toList();
        Checks checks = CorpusCheck.asked(corpus, before).check();
        System.out.print(flags.is("json") ? checks.json() : checks.table());
        Optional<String> unchecked = checks.unchecked(corpus.toString());
        unchecked.ifPresent(told -> System.err.println("lintas: " + told));
        if (checks.hasFailed()) {
            return ExitCode.EXPECTATION_FAILED;
        }
        return unchecked.isPresent() ? ExitCode.PIPELINE_FAILED : ExitCode.OK;
    }

    private static Path local(String flag, String folder) {
        return Location.local(flag, folder, "copy it to one and check it there");
    }
}
