package org.lintas.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.lintas.corpus.card.CorpusDocuments;
import org.lintas.corpus.check.Checks;
import org.lintas.corpus.check.CorpusCheck;
import org.lintas.corpus.check.Outcome.Status;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.ExitCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last steps of every command that writes a corpus: checks, documents and, last of all, the file {@code _SUCCESS}. */
public final class Finish {

    private static final Logger LOG = LoggerFactory.getLogger(Finish.class);

    private Finish() {}

    /**
     * Checks a corpus whose datasets are complete, writes its documents, and marks it as finished if all checks passed. A corpus that failed keeps
     * its data for examination, without {@code _SUCCESS}. Checks that cannot run and documents that cannot be written are reported and do not fail
     * the command.
     *
     * @param manifest of the corpus, without the results of the checks
     * @param report writes the report of a corpus that is complete except for {@code _SUCCESS}
     * @param last called before {@code _SUCCESS} is written; throws if it must not be written
     * @throws IOException if the manifest or {@code _SUCCESS} cannot be written, or files differ from the manifest
     */
    public static ExitCode finish(
            Layout layout, OutputFolder output, Manifest manifest, Consumer<Layout> report, Runnable last)
            throws IOException {
        OutputFolder.write(layout.manifest(), manifest.json());
        Checks checks = check(layout);
        Manifest whole = manifest.with(checks.expectations());
        OutputFolder.write(layout.manifest(), whole.json());
        CorpusDocuments.write(layout, whole, checks, System.err::println);
        report.accept(layout);
        output.clearRun();
        if (checks.hasFailed()) {
            System.err.printf(
                    "lintas: expectations failed: %s; %s is kept without %s: see scripts/lintas check --corpus=%s%n",
                    String.join(", ", checks.names(Status.FAILED)), layout.root(), Layout.SUCCESS, layout.root());
            return ExitCode.EXPECTATION_FAILED;
        }
        checkFiles(layout, manifest);
        // Files on other storage are checked in a local copy.
        checks.unchecked(layout.root().contains("://") ? "DIR" : layout.root())
                .ifPresent(message -> System.err.println("lintas: " + message));
        last.run();
        OutputFolder.write(layout.success(), "");
        return ExitCode.OK;
    }

    /** Fails unless the files of the datasets are exactly those that were written, with the same sizes. */
    private static void checkFiles(Layout layout, Manifest manifest) throws IOException {
        CorpusFiles written = CorpusFiles.of(layout, manifest);
        Optional<String> difference =
                CorpusListing.of(layout).difference(written.parts()).map(CorpusListing.Difference::what);
        if (difference.isPresent()) {
            throw new IOException(
                    "files of " + layout.root() + " differ from those that were written: " + difference.get());
        }
    }

    private static Checks check(Layout layout) {
        CorpusCheck check = CorpusCheck.ofRun(Path.of(layout.root()));
        if (layout.root().contains("://")) {
            return check.unchecked("files are not on the local disk; copy them there first");
        }
        Checks checks = check.check();
        checks.names(Status.WARNED).forEach(name -> LOG.warn("unusual: {}; see {}", name, layout.checks()));
        return checks;
    }
}
