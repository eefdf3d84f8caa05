package org.lintas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.lintas.care.Takedowns;
import org.lintas.dataset.Layout;
import org.lintas.dataset.MergeDataset;
import org.lintas.dataset.Removal;
import org.lintas.element.PartFile;
import org.lintas.run.CorpusManifest;
import org.lintas.run.ExitCode;
import org.lintas.run.Finish;
import org.lintas.run.Flags;
import org.lintas.run.LineFile;
import org.lintas.run.Location;
import org.lintas.run.MergedManifest;
import org.lintas.run.OutputFolder;
import org.lintas.run.RunFailure;
import org.lintas.run.RunRecord;
import org.lintas.run.Versions;
import org.lintas.schemas.Article;
import org.lintas.schemas.Dataset;
import org.lintas.text.PublishedText;

/** Merges corpora into one of well-sized files, and leaves articles out for good. */
public final class CompactCorpus {

    private static final String HELP = """
            usage: lintas compact --corpus=DIR[,DIR…] --output=DIR [flags]

              --corpus=DIR[,DIR…]      corpora to merge: a first one and those that go on from it
              --output=DIR             folder that the merged corpus is written to
              --overwrite              remove an earlier corpus from the output folder first
              --articles=FILE          leave these articles out: ids, one a line
              --exclude=FILE           leave out what is at these addresses or hosts, one a line
              --text=full|excerpt|none how much of each text is kept (as much as there is)
              --excerptCharacters=N    longest excerpt (300)

            Rows are those of the corpora; files take 128 to 256 MB where there is so much, sorted from one to the next.
            With an article its rows in all datasets, its copies and its fingerprints go.
            exit codes: 0 ok · 2 usage · 3 input missing · 4 failed · 6 an expectation failed

            examples: lintas compact --corpus=/data/2025-10,/data/2025-11 --output=/data/current
                      lintas compact --corpus=/data/current --output=/data/cleaned --exclude=takedowns.txt
            """;

    private static final Set<String> FLAGS =
            Set.of("corpus", "output", "overwrite", "articles", "exclude", "text", "excerptCharacters");

    private final List<Layout> from;
    private final List<JsonNode> manifests;
    private final Layout to;
    private final Flags flags;

    private CompactCorpus(Flags flags) {
        this.flags = flags;
        to = new Layout(Location.absolute(flags.need("output", "the folder to write the corpus to")));
        flags.need("corpus", "the folders of corpora to merge");
        var roots = new LinkedHashSet<String>();
        flags.list("corpus").forEach(folder -> roots.add(new Layout(Location.absolute(folder)).root()));
        if (roots.contains(to.root())) {
            throw RunFailure.usage("--output=" + to.root() + ": is a --corpus, too; choose another");
        }
        from = roots.stream().map(Layout::new).toList();
        manifests = from.stream()
                .map(layout -> CorpusManifest.read("--corpus", layout))
                .toList();
    }

    public static void main(String[] args) {
        System.exit(run(args).number());
    }

    static ExitCode run(String... args) {
        if (Flags.askForHelp(args)) {
            System.out.print(HELP);
            return ExitCode.OK;
        }
        try {
            FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
            return new CompactCorpus(Flags.parse(FLAGS, args)).compact();
        } catch (RunFailure e) {
            System.err.println("lintas: " + e.getMessage());
            return e.code();
        }
    }

    private ExitCode compact() {
        String text = publishedText();
        Takedowns takedowns = takedowns();
        Set<String> ids = flags.get("articles")
                .map(file -> LineFile.read("--articles", file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .collect(Collectors.toSet()))
                .orElse(new HashSet<>());
        CorpusManifest.checkMergeable(from, manifests);
        var output = new OutputFolder(to);
        output.prepare(flags.is("overwrite"));
        Instant started = Instant.now();
        try {
            Removal removal = Removal.of(from, ids, url -> takedowns.entry(url).isPresent());
            List<PartFile> files = merge(removal, PublishedText.parse(text, excerptCharacters()));
            var manifest = MergedManifest.of(manifests, files);
            var run = new RunRecord(UUID.randomUUID().toString(), started, Instant.now(), options(text));
            ExitCode code = Finish.finish(to, output, manifest.json(run, Versions.all()), run);
            System.out.printf(
                    "%,d articles and %,d duplicates of %d corpora in %d files, %,d removed, in %.1f s%ncorpus in %s%n",
                    manifest.rows(Dataset.ARTICLES),
                    manifest.rows(Dataset.DUPLICATES),
                    from.size(),
                    files.size(),
                    manifest.removed(),
                    run.seconds(),
                    to.root());
            return code;
        } catch (IOException | RuntimeException e) {
            try {
                output.clear();
            } catch (IOException another) {
                e.addSuppressed(another);
            }
            throw CommandLine.failed("merging", e);
        }
    }

    private List<PartFile> merge(Removal removal, PublishedText text) throws IOException {
        var files = new ArrayList<PartFile>();
        for (Dataset dataset : Dataset.values()) {
            files.addAll(MergeDataset.of(dataset, from, to, Versions.all())
                    .keeping(row -> removal.keeps(dataset, row))
                    .changing(row -> published(row, text))
                    .write());
        }
        return files;
    }

    private static SpecificRecord published(SpecificRecord row, PublishedText text) {
        if (row instanceof Article article && text.kind() != PublishedText.Kind.FULL) {
            article.setText(text.of(article.getText(), article.getLanguage()));
        }
        return row;
    }

    /** How much text there will be: what is asked for, at most what all corpora have. */
    private String publishedText() {
        Set<String> there = manifests.stream()
                .map(manifest -> manifest.path("options").path("text").asText("full"))
                .collect(Collectors.toSet());
        String asked = flags.get("text").orElse(there.iterator().next());
        try {
            PublishedText.parse(asked, excerptCharacters());
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage("--text=" + asked + ": " + e.getMessage());
        }
        boolean isThere = asked.equals("none") || there.equals(Set.of("full")) || there.equals(Set.of(asked));
        if (!isThere) {
            throw RunFailure.usage("--text=" + asked + ": the corpora were built with --text="
                    + String.join(" and ", there) + "; ask for no more than all of them have");
        }
        return asked;
    }

    private int excerptCharacters() {
        String value = flags.get("excerptCharacters").orElse(String.valueOf(PublishedText.EXCERPT_CHARACTERS));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw RunFailure.usage("--excerptCharacters=" + value + ": give a number");
        }
    }

    private Takedowns takedowns() {
        List<String> lines = flags.get("exclude")
                .map(file -> LineFile.read("--exclude", file))
                .orElse(List.of());
        try {
            return Takedowns.parse(lines);
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage("--exclude=" + flags.get("exclude").orElse("") + ": " + e.getMessage());
        }
    }

    private Map<String, String> options(String text) {
        List<String> roots = from.stream().map(Layout::root).toList();
        return new TreeMap<>(Map.of(
                "corpus", String.join(",", roots),
                "output", to.root(),
                "previous", String.join(",", MergedManifest.previous(manifests, roots)),
                "articles", flags.get("articles").orElse(""),
                "exclude", flags.get("exclude").orElse(""),
                "text", text,
                "excerptCharacters", String.valueOf(excerptCharacters())));
    }
}
