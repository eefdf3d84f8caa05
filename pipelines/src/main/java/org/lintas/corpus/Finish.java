package org.lintas.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.lintas.corpus.card.Papers;
import org.lintas.corpus.check.Checks;
import org.lintas.corpus.check.CorpusCheck;
import org.lintas.corpus.check.Outcome.Status;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.ExitCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last steps of every command that makes a corpus: its expectations, its papers and, last of all, the mark that it is finished. */
public final class Finish {

    private static final Logger LOG = LoggerFactory.getLogger(Finish.class);

    private Finish() {}

    /**
     * Checks a corpus whose datasets are complete, writes its papers, and marks it as finished if it is what it should be. One that is not
     * keeps its data, for a look, and its mark is missing. What cannot be checked, and a paper that cannot be made, is told and fails nothing.
     *
     * @param manifest of it, without what came of the expectations
     * @param report makes the report of what is complete but for its mark
     * @param last called before the mark is written; fails if it must not be
     * @throws IOException if the manifest or the mark cannot be written, or files are not those of the manifest
     */
    public static ExitCode finish(
            Layout layout, OutputFolder output, Manifest manifest, Consumer<Layout> report, Runnable last)
            throws IOException {
        OutputFolder.write(layout.manifest(), manifest.json());
        Checks checks = check(layout);
        Manifest whole = manifest.with(checks.expectations());
        OutputFolder.write(layout.manifest(), whole.json());
        Papers.write(layout, whole, checks, System.err::println);
        report.accept(layout);
        output.clearRun();
        if (checks.hasFailed()) {
            System.err.printf(
                    "lintas: expectations failed: %s; %s is kept without %s, see scripts/lintas check --corpus=%s%n",
                    String.join(", ", checks.names(Status.FAILED)), layout.root(), Layout.SUCCESS, layout.root());
            return ExitCode.EXPECTATION_FAILED;
        }
        checkFiles(layout, manifest);
        // Of files elsewhere a copy is looked at.
        checks.unchecked(layout.root().contains("://") ? "DIR" : layout.root())
                .ifPresent(told -> System.err.println("lintas: " + told));
        last.run();
        OutputFolder.write(layout.success(), "");
        return ExitCode.OK;
    }

    /** Fails unless the files of the datasets are those that were written, each as long as it was: none is gone, none is there twice. */
    private static void checkFiles(Layout layout, Manifest manifest) throws IOException {
        CorpusFiles written = CorpusFiles.of(layout, manifest);
        Optional<String> difference = CorpusListing.of(layout).difference(written.parts());
        if (difference.isPresent()) {
            throw new IOException(
                    "files of " + layout.root() + " are not those that were written: " + difference.get());
        }
    }

    private static Checks check(Layout layout) {
        CorpusCheck check = CorpusCheck.ofRun(Path.of(layout.root()));
        if (layout.root().contains("://")) {
            return check.unchecked("files are not on a local disk; copy them there first");
        }
        Checks checks = check.check();
        checks.names(Status.WARNED).forEach(name -> LOG.warn("not as usual: {}; see {}", name, layout.checks()));
        return checks;
    }
}
