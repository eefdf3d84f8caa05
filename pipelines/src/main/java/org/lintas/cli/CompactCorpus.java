package org.lintas.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.merge.Removal;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.flink.Guard;
import org.lintas.storage.Location;
import org.lintas.storage.Storage;

/** Merges corpora into one of well-sized files, and leaves articles out for good. */
public final class CompactCorpus {

    private static final String HELP = """
            usage: lintas compact --corpus=DIR[,DIR…] --output=DIR [flags]

              --corpus=DIR[,DIR…]      corpora to merge: a first one and those that go on from it
              --output=DIR             folder that the merged corpus is written to
              --overwrite              remove an earlier corpus from the output folder first
              --articles=FILE          leave these articles out: ids, one a line
              --exclude=FILE           what to leave out, one a line: an address; a host, with its subdomains and with articles of an
                                       outlet of that name at other addresses, as behind short links; outlet:NAME, all
                                       articles whose column source is NAME; # starts a comment (that of build --exclude)
              --text=full|excerpt|none how much of each text is kept (as much as there is)
              --excerptCharacters=N    longest excerpt (300)

            Rows are those of the corpora, the taxonomy that of the last; files take 128 to 256 MB where there is so much, sorted from one to the next.
            With an article its rows in all datasets, its copies and its fingerprints go.
            exit codes: 0 ok · 2 usage · 3 input missing · 4 failed · 6 an expectation failed

            examples: lintas compact --corpus=/data/2025-10,/data/2025-11 --output=/data/current
                      lintas compact --corpus=/data/current --output=/data/cleaned --exclude=takedowns.txt
            """;

    private static final Command COMMAND = new Command(
            HELP,
            Set.of("corpus", "output", "overwrite", "articles", "exclude", "text", "excerptCharacters"),
            CompactCorpus::compact);

    private CompactCorpus() {}

    public static void main(String[] args) {
        System.exit(run(args).number());
    }

    static ExitCode run(String... args) {
        return COMMAND.run(args);
    }

    private static ExitCode compact(Flags flags) throws IOException {
        String output = flags.need("output", "the folder to write the corpus to");
        Storage.open(
                Stream.concat(flags.list("corpus").stream(), Stream.of(output)).toList());
        var to = new Layout(Location.output("--output", output));
        List<Layout> layouts = flags.corpora();
        if (layouts.contains(to)) {
            throw RunFailure.usage("--output=" + to.root() + ": is a --corpus, too; choose another");
        }
        List<FinishedCorpus> from = FinishedCorpus.openAll("--corpus", layouts);
        FinishedCorpus.checkMergeable(from);
        PublishedTexts texts = PublishedTexts.of(flags, from);
        Removal removal = RemovalList.of(flags, from);
        try (var guard = Guard.of(to, Optional.empty())) {
            ExitCode code = new Rewrite(from, to, texts, flags).run(removal, flags.is("overwrite"), guard);
            if (code != ExitCode.PIPELINE_FAILED) {
                System.out.println("corpus in " + to.root());
            }
            return code;
        }
    }
}
