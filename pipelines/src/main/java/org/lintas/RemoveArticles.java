package org.lintas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Removal;
import org.lintas.run.Command;
import org.lintas.run.CorpusManifest;
import org.lintas.run.ExitCode;
import org.lintas.run.Flags;
import org.lintas.run.Guard;
import org.lintas.run.OutputFolder;
import org.lintas.run.RunFailure;

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
            written anew beside itself and then takes its own place. Give the list to later builds, too (build --exclude): what is no
            longer known is new to them.
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

    private static ExitCode remove(Flags flags) {
        Storage.open(flags.list("corpus"));
        if (flags.get("articles").isEmpty() && flags.get("exclude").isEmpty()) {
            throw RunFailure.usage("--articles and --exclude are missing: name a file that says what to remove");
        }
        List<Layout> corpora = CorpusManifest.layouts(flags);
        List<JsonNode> manifests = CorpusManifest.readAll(corpora);
        corpora.stream()
                .filter(layout -> layout.root().contains("://"))
                .findFirst()
                .ifPresent(layout -> {
                    throw RunFailure.usage("--corpus=" + layout.root()
                            + ": is not on a local disk; write it anew with lintas compact, and delete the old one");
                });
        // Copies in a later corpus go with the article of an earlier one: all are searched before any is written.
        Removal removal = RemovalList.of(flags, corpora);
        if (removal.found().isEmpty()) {
            System.out.println("nothing to remove: no entry matches an article or copy; the corpora are as they were");
            return ExitCode.OK;
        }
        for (int i = 0; i < corpora.size(); i++) {
            Layout corpus = corpora.get(i);
            var beside = new Layout(corpus.root() + ".removing");
            List<JsonNode> manifest = List.of(manifests.get(i));
            ExitCode code = new Rewrite(List.of(corpus), manifest, beside, PublishedTexts.of(flags, manifest), flags)
                    .run(removal, false);
            if (code != ExitCode.OK) {
                return code;
            }
            takePlace(beside, corpus);
            System.out.println("corpus in " + corpus.root());
        }
        return ExitCode.OK;
    }

    /** Whoever wants the process to end waits: between the two the corpus is not whole. */
    private static void takePlace(Layout beside, Layout corpus) {
        try (var guard = Guard.of(corpus, Optional.empty())) {
            guard.checkNotInterrupted();
            new OutputFolder(corpus).clear();
            new OutputFolder(beside).moveTo(corpus);
            Files.deleteIfExists(Path.of(beside.root()));
        } catch (IOException | IllegalStateException e) {
            throw new RunFailure(
                    ExitCode.PIPELINE_FAILED,
                    "the new corpus could not take its place (" + e.getMessage() + "): it lies in " + beside.root());
        }
    }
}
