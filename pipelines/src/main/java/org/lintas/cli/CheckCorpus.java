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

/** Checks the expectations of a corpus. */
@Command(
        name = "check",
        description =
                "Checks ids, references between the datasets, ranges, required values, the order of rows, and whether"
                        + " files and sums match the manifest.",
        footer = {
            "What cannot be checked, for want of memory, disk or a readable file, is reported as unchecked.",
            "Exit codes: 0 all passed, 2 usage, 3 corpus missing, 4 something was not checked and nothing failed,",
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
            description = "earlier corpora: languages, topics, rejects and lengths must be close to theirs")
    private List<String> previous = List.of();

    @Option(names = "--json", description = "print a JSON document instead of a table")
    private boolean json;

    @Override
    public ExitCode run() {
        Path corpus = local("--corpus", corpora.only());
        // It need not be marked as finished: one that failed its expectations is looked at with this command.
        if (!Files.isRegularFile(corpus.resolve(Layout.MANIFEST))) {
            throw new RunFailure(
                    ExitCode.INPUT_MISSING, "--corpus=" + corpus + ": holds no corpus (no " + Layout.MANIFEST + ")");
        }
        List<Layout> earlier = previous.stream()
                .map(folder -> new Layout(local("--previous", folder).toString()))
                .toList();
        FinishedCorpus.openAll("--previous", earlier);
        List<Path> before =
                earlier.stream().map(layout -> Path.of(layout.root())).toList();
        Checks checks = CorpusCheck.asked(corpus, before).check();
        System.out.print(json ? checks.json() : checks.table());
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
