package org.lintas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.check.Checks;
import org.lintas.corpus.check.CorpusCheck;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks all expectations of a corpus. */
@Command(
        name = "check",
        description = "Checks ids, references between datasets, ranges, required values, row order, and whether"
                + " files and counts match the manifest.",
        footer = {
            "Expectations that cannot be checked (too little memory or disk, unreadable file) are reported as unchecked.",
            "Exit codes: 0 all passed, 2 usage, 3 corpus missing, 4 an expectation could not be checked and none failed,",
            "6 an expectation failed",
            "",
            "Example:",
            "  lintas check --corpus=/data/2025-11 --previous=/data/2025-10"
        })
final class CheckCorpus implements Action {

    @Mixin
    private CorpusFlag corpora;

    @Option(
            names = "--previous",
            split = ",",
            paramLabel = "DIR",
            description = "earlier corpora to compare with: languages, topics, rejects and lengths must be similar")
    private List<String> previous = List.of();

    @Option(names = "--json", description = "print a JSON document instead of a table")
    private boolean json;

    @Override
    public ExitCode run() {
        Path corpus = local("--corpus", corpora.only());
        // A corpus without _SUCCESS is accepted: this command examines corpora that failed their expectations.
        if (!Files.isRegularFile(corpus.resolve(Layout.MANIFEST))) {
            throw new RunFailure(
                    ExitCode.INPUT_MISSING,
                    "--corpus=" + corpus + ": no corpus here (" + Layout.MANIFEST + " is missing)");
        }
        if (!Files.exists(corpus.resolve(Layout.SUCCESS))) {
            System.err.println("lintas: --corpus=" + corpus + ": " + Layout.SUCCESS
                    + " is missing, so other commands take the corpus for unfinished");
        }
        List<Layout> earlier = previous.stream()
                .map(folder -> new Layout(local("--previous", folder).toString()))
                .toList();
        FinishedCorpus.openAll("--previous", earlier);
        List<Path> before =
                earlier.stream().map(layout -> Path.of(layout.root())).toList();
        Checks checks = CorpusCheck.onRequest(corpus, before).check();
        System.out.print(json ? checks.json() : checks.table());
        Optional<String> unchecked = checks.unchecked(corpus.toString());
        unchecked.ifPresent(message -> System.err.println("lintas: " + message));
        if (checks.hasFailed()) {
            return ExitCode.EXPECTATION_FAILED;
        }
        return unchecked.isPresent() ? ExitCode.PIPELINE_FAILED : ExitCode.OK;
    }

    private static Path local(String flag, String folder) {
        return Location.local(flag, folder, "copy it to a local disk and check it there");
    }
}
