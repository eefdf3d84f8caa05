package org.lintas.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.OutputFolder;
import org.lintas.corpus.merge.Removal;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.flink.Guard;
import org.lintas.storage.Location;
import org.lintas.storage.Storage;

/** Removes articles from corpora for good, in place. */
public final class RemoveArticles {

    private static final String HELP = """
            usage: lintas remove --corpus=DIR[,DIR…] --articles=FILE | --exclude=FILE

              --corpus=DIR[,DIR…]      corpora on the local disk; name all that go on from each other
              --articles=FILE          ids of articles, one a line
              --exclude=FILE           what to remove, one a line: an address; a host, with its subdomains and with articles of an
                                       outlet of that name at other addresses, as behind short links; outlet:NAME, all
                                       articles whose column source is NAME; # starts a comment (that of build --exclude)

            Entries that match nothing are told; where none matches, nothing is written.
            With an article its rows in all datasets, its copies and its fingerprints go; rejects hold no text and stay. Each corpus is
            written anew in its folder _next and takes its place when it is complete. What was interrupted is brought to its end by the
            same command. Give the list to later builds, too (build --exclude): what is no longer known is new to them.
            exit codes: 0 ok · 2 usage · 3 input missing · 4 failed · 6 an expectation failed

            example: lintas remove --corpus=/data/2025-10,/data/2025-11 --exclude=takedowns.txt
            """;

    private static final Command COMMAND =
            new Command(HELP, Set.of("corpus", "articles", "exclude"), RemoveArticles::remove);

    private RemoveArticles() {}

    public static void main(String[] args) {
        System.exit(run(args).number());
    }

    static ExitCode run(String... args) {
        return COMMAND.run(args);
    }

    private static ExitCode remove(Flags flags) throws IOException {
        List<Layout> layouts = flags.corpora();
        layouts.forEach(layout ->
                Location.local("--corpus", layout.root(), "write it anew with lintas compact, and delete the old one"));
        Storage.open(flags.list("corpus"));
        if (flags.get("articles").isEmpty() && flags.get("exclude").isEmpty()) {
            throw RunFailure.usage("--articles and --exclude are missing: name a file that says what to remove");
        }
        for (Layout layout : layouts) {
            endInterrupted(layout);
        }
        List<FinishedCorpus> corpora = FinishedCorpus.openAll("--corpus", layouts);
        // Copies in a later corpus go with the article of an earlier one: all are searched before any is written.
        Removal removal = RemovalList.of(flags, corpora);
        if (removal.found().isEmpty()) {
            System.out.println("nothing to remove: no entry matches an article or copy; the corpora are as they were");
            return ExitCode.OK;
        }
        for (FinishedCorpus corpus : latestFirst(corpora)) {
            ExitCode code = remove(corpus, removal, flags);
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

    private static ExitCode remove(FinishedCorpus corpus, Removal removal, Flags flags) throws IOException {
        List<FinishedCorpus> only = List.of(corpus);
        try (var guard = Guard.of(corpus.layout(), Optional.empty())) {
            ExitCode code = new Rewrite(only, corpus.layout().next(), PublishedTexts.of(flags, only), flags)
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
                System.err.println("lintas: an earlier removal from " + corpus.root() + " is brought to its end first");
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
                    corpus.root() + ": the new corpus could not take the place of the old one (" + Command.explain(e)
                            + "): it lies in " + corpus.next().root() + "; the same command goes on from there");
        }
    }
}
