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
import org.lintas.flink.Guard;
import org.lintas.storage.Location;
import org.lintas.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes articles from corpora for good, in place. */
@Command(
        name = "remove",
        description = "Removes articles from corpora for good, in place.",
        footer = {
            "Name all corpora that go on from each other; they must be on the local disk. Entries that match nothing are",
            "reported; where none matches, nothing is written. With an article its rows in all datasets, its copies and its",
            "fingerprints go; rejects hold no text and stay. Each corpus is written anew in its folder _next and replaced when",
            "that is complete. The same command completes a removal that was interrupted. Give the list to later builds, too",
            "(build --exclude): an article that was removed is new to them.",
            "Exit codes: 0 OK, 2 usage, 3 input missing, 4 failed, 6 an expectation failed",
            "",
            "Example:",
            "  lintas remove --corpus=/data/2025-10,/data/2025-11 --exclude=takedowns.txt"
        })
final class RemoveArticles implements Action {

    @Mixin
    private CorpusFlag corpora;

    @Mixin
    private RemovalFlags removed;

    @Override
    public ExitCode run() throws IOException {
        List<Layout> layouts = this.corpora.layouts();
        layouts.forEach(layout ->
                Location.local("--corpus", layout.root(), "write it anew with lintas compact, and delete the old one"));
        Storage.open(PipelineOptionsFactory.create(), this.corpora.folders());
        if (removed.articles.isEmpty() && removed.exclude.isEmpty()) {
            throw RunFailure.usage("--articles and --exclude are missing: name a file that says what to remove");
        }
        for (Layout layout : layouts) {
            endInterrupted(layout);
        }
        List<FinishedCorpus> corpora = FinishedCorpus.openAll("--corpus", layouts);
        // Copies in a later corpus go with the article of an earlier one: all are searched before any is written.
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

    /** If it fails in between, the articles whose copies are still to be found must be there the next time. */
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
        try (var guard = Guard.of(corpus.layout(), Optional.empty())) {
            ExitCode code = new Rewrite(only, corpus.layout().next(), PublishedTexts.asTheyAre(only), removed)
                    .run(removal, true, guard);
            if (code == ExitCode.OK) {
                takeNext(corpus.layout());
            }
            return code;
        }
    }

    /** What an earlier command has left to do. */
    private static void endInterrupted(Layout corpus) throws IOException {
        if (new OutputFolder(corpus).isBetween()) {
            try (var guard = Guard.of(corpus, Optional.empty())) {
                System.err.println("lintas: an earlier removal from " + corpus.root() + " is completed first");
                takeNext(corpus);
            }
        }
    }

    private static void takeNext(Layout corpus) {
        try {
            new OutputFolder(corpus).takeNext();
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.PIPELINE_FAILED,
                    corpus.root() + ": the new corpus could not take the place of the old one (" + Reason.of(e)
                            + "): it lies in " + corpus.next().root() + "; the same command goes on from there");
        }
    }
}
