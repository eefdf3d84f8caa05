package org.lintas.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.OutputFolder;
import org.lintas.corpus.merge.Removal;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.flink.RunGuard;
import org.lintas.storage.Location;
import org.lintas.storage.Storage;
import org.lintas.text.PublishedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Merges corpora into one with files of a good size, and can remove articles permanently. */
@Command(
        name = "compact",
        description = "Merges corpora into one with files of a good size, and can remove articles permanently.",
        footer = {
            "All rows are kept; the taxonomy is taken from the last corpus. Files have 128 to 256 MB if there is enough data",
            "and are sorted. Removing an article removes its rows in all datasets, its copies and its fingerprints.",
            "Exit codes: 0 OK, 2 usage, 3 input missing, 4 failed, 6 an expectation failed",
            "",
            "Examples:",
            "  lintas compact --corpus=/data/2025-10,/data/2025-11 --output=/data/current",
            "  lintas compact --corpus=/data/current --output=/data/cleaned --exclude=takedowns.txt"
        })
final class CompactCorpus implements Action {

    @Mixin
    private CorpusFlag corpora;

    @Option(names = "--output", paramLabel = "DIR", description = "folder for the merged corpus; must be empty")
    private String output;

    @Option(names = "--overwrite", description = "remove an earlier corpus from the folder first")
    private boolean overwrite;

    @Mixin
    private RemovalFlags removed;

    @Option(
            names = "--text",
            paramLabel = "full|excerpt|none",
            description = "how much of each text is kept (default: as in the corpora)")
    private String text;

    @Option(
            names = "--excerptCharacters",
            paramLabel = "N",
            description = "maximum length of an excerpt (default: ${DEFAULT-VALUE})")
    private int excerptCharacters = PublishedText.EXCERPT_CHARACTERS;

    @Override
    public ExitCode run() throws IOException {
        if (output == null) {
            throw RunFailure.usage("--output is missing: name the folder to write the corpus to");
        }
        Storage.open(
                PipelineOptionsFactory.create(),
                Stream.concat(corpora.folders().stream(), Stream.of(output)).toList());
        var to = new Layout(Location.output("--output", output));
        List<Layout> layouts = corpora.layouts();
        if (layouts.stream().anyMatch(layout -> Location.areSame(layout.root(), to.root()))) {
            throw RunFailure.usage("--output=" + to.root() + ": is also given as --corpus; choose another");
        }
        List<FinishedCorpus> from = FinishedCorpus.openAll("--corpus", layouts);
        FinishedCorpus.checkMergeable(from);
        Set<String> taxonomies = FinishedCorpus.taxonomies(from);
        if (taxonomies.size() > 1) {
            System.err.println("--corpus: topics are those of taxonomies " + String.join(" and ", taxonomies)
                    + ": do not count them together");
        }
        PublishedTexts texts = PublishedTexts.of(Optional.ofNullable(text), excerptCharacters, from);
        Removal removal = RemovalList.of(removed, from);
        try (var guard = RunGuard.of("--output", to, Optional.empty())) {
            var folder = new OutputFolder(to);
            folder.prepare(overwrite);
            ExitCode code = new CorpusRewriter(from, folder, texts, removed).run(removal, guard);
            if (code != ExitCode.PIPELINE_FAILED) {
                System.out.println("corpus in " + to.root());
            }
            return code;
        }
    }
}
