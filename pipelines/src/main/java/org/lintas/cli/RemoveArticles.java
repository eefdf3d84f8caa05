package org.lintas.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.OutputFolder;
import org.lintas.corpus.merge.Removal;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.flink.RunGuard;
import org.lintas.storage.Location;
import org.lintas.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes articles from corpora permanently, in place. */
@Command(
        name = "remove",
        description = "Removes articles from corpora permanently, in place.",
        footer = {
            "Give all corpora that build on each other; they must be on the local disk. Entries that match nothing are",
            "reported; if none matches, nothing is written. Removing an article removes its rows in all datasets, its copies",
            "and its fingerprints; rejects contain no text and are kept. Each corpus is rewritten in its folder _next and then",
            "replaced. Run the same command again to complete an interrupted removal. Give the list to later builds as well",
            "(build --exclude): they treat a removed article as new.",
            "Exit codes: 0 OK, 2 usage, 3 input missing, 4 failed, 6 an expectation failed",
            "",
            "Example:",
            "  lintas remove --corpus=/data/2025-10,/data/2025-11 --exclude=takedowns.txt"
        })
final class RemoveArticles implements Action {

    private static final String FLAG = "--corpus";

    @Mixin
    private CorpusFlag corpora;

    @Mixin
    private RemovalFlags removed;

    @Override
    public ExitCode run() throws IOException {
        List<Layout> layouts = this.corpora.layouts();
        layouts.forEach(layout ->
                Location.local(FLAG, layout.root(), "write a new corpus with lintas compact, and delete the old one"));
        Storage.open(PipelineOptionsFactory.create(), this.corpora.folders());
        if (removed.articles.isEmpty() && removed.exclude.isEmpty()) {
            throw RunFailure.usage("--articles and --exclude are missing: give a file that lists what to remove");
        }
        for (Layout layout : layouts) {
            completeInterrupted(layout);
        }
        List<FinishedCorpus> corpora = FinishedCorpus.openAll(FLAG, layouts);
        // Copies in later corpora are removed with their article, so all corpora are searched before any is written.
        Removal removal = RemovalList.of(removed, corpora);
        if (removal.found().isEmpty()) {
            System.out.println("nothing to remove: no entry matches an article or copy; the corpora are unchanged");
            return ExitCode.OK;
        }
        for (FinishedCorpus corpus : latestFirst(corpora)) {
            ExitCode code = remove(corpus, removal);
            if (code != ExitCode.OK) {
                return code;
            }
            System.out.println("corpus in " + corpus.layout().root());
        }
        return ExitCode.OK;
    }

    /** After a failure the next attempt needs the articles to find their remaining copies, so the latest corpus is first. */
    private static List<FinishedCorpus> latestFirst(List<FinishedCorpus> corpora) {
        List<String> roots =
                corpora.stream().map(corpus -> corpus.layout().root()).toList();
        var ordered = new ArrayList<>(corpora);
        Collections.reverse(ordered);
        ordered.sort(Comparator.comparing(
                (FinishedCorpus corpus) ->
                        corpus.previous().stream().filter(roots::contains).count(),
                Comparator.reverseOrder()));
        return ordered;
    }

    private ExitCode remove(FinishedCorpus corpus, Removal removal) throws IOException {
        List<FinishedCorpus> only = List.of(corpus);
        try (var guard = RunGuard.of(FLAG, corpus.layout(), Optional.empty())) {
            var next = new OutputFolder(corpus.layout().next());
            next.prepareOwn(FLAG);
            ExitCode code = new CorpusRewriter(only, next, PublishedTexts.unchanged(only), removed).run(removal, guard);
            if (code == ExitCode.OK) {
                replaceWithNext(corpus.layout());
            }
            return code;
        }
    }

    /** Completes an interrupted removal. */
    private static void completeInterrupted(Layout corpus) throws IOException {
        if (new OutputFolder(corpus).isReplacementInterrupted()) {
            try (var guard = RunGuard.of(FLAG, corpus, Optional.empty())) {
                System.err.println("lintas: an earlier removal from " + corpus.root() + " is completed first");
                replaceWithNext(corpus);
            }
        }
    }

    private static void replaceWithNext(Layout corpus) {
        try {
            new OutputFolder(corpus).replaceWithNext();
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.PIPELINE_FAILED,
                    corpus.root() + ": the new corpus could not replace the old one (" + Reason.of(e) + "): it is in "
                            + corpus.next().root() + "; run the same command again to continue");
        }
    }
}
