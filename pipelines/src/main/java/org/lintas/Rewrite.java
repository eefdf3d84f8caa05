package org.lintas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.dataset.Layout;
import org.lintas.dataset.MergeDataset;
import org.lintas.dataset.Removal;
import org.lintas.element.PartFile;
import org.lintas.report.ReportCorpus;
import org.lintas.run.ExitCode;
import org.lintas.run.Finish;
import org.lintas.run.Flags;
import org.lintas.run.Guard;
import org.lintas.run.MergedManifest;
import org.lintas.run.OutputFolder;
import org.lintas.run.RunRecord;
import org.lintas.run.Versions;
import org.lintas.schemas.Article;
import org.lintas.schemas.Dataset;
import org.lintas.text.PublishedText;

/**
 * Writes one corpus from the rows of others.
 *
 * @param manifests of the corpora it is made from
 */
record Rewrite(List<Layout> from, List<JsonNode> manifests, Layout to, PublishedTexts texts, Flags flags) {

    /** What every corpus holds whole: taken from the last one. */
    private static final Set<Dataset> ALIKE = EnumSet.of(Dataset.TAXONOMY, Dataset.TAXONOMY_TERMS);

    /**
     * Writes it.
     *
     * @param removal what is left out
     * @param overwrite whether an earlier corpus may be removed
     */
    ExitCode run(Removal removal, boolean overwrite) {
        try (var guard = Guard.of(to, Optional.empty())) {
            return run(removal, overwrite, guard);
        } catch (IOException e) {
            throw CommandLine.failed("writing " + to.root(), e);
        }
    }

    private ExitCode run(Removal removal, boolean overwrite, Guard guard) {
        var output = new OutputFolder(to);
        output.prepare(overwrite);
        var begun = RunRecord.begin();
        try {
            var files = new ArrayList<PartFile>();
            for (Dataset dataset : Dataset.values()) {
                List<Layout> sources = ALIKE.contains(dataset) ? from.subList(from.size() - 1, from.size()) : from;
                files.addAll(MergeDataset.of(dataset, sources, to, Versions.all())
                        .keeping(row -> {
                            guard.checkNotInterrupted();
                            return removal.keeps(dataset, row);
                        })
                        .changing(this::published)
                        .write());
            }
            var manifest = MergedManifest.of(manifests, files);
            var run = begun.apply(options());
            ExitCode code = Finish.finish(
                    to,
                    output,
                    manifest.json(run, Versions.all()),
                    run,
                    made -> ReportCorpus.atTheEnd(made, System.err::println),
                    guard::checkNotInterrupted);
            System.out.printf(
                    "%,d articles and %,d duplicates in %d files, %,d removed, in %.1f s%n",
                    manifest.rows(Dataset.ARTICLES),
                    manifest.rows(Dataset.DUPLICATES),
                    files.size(),
                    manifest.removed() - manifest.removedBefore(),
                    run.seconds());
            return code;
        } catch (IOException | RuntimeException | IOError e) {
            try {
                output.clear();
            } catch (IOException another) {
                e.addSuppressed(another);
            }
            if (guard.isInterrupted()) {
                System.err.println("lintas: interrupted; what was written to " + to.root() + " was removed");
                return ExitCode.PIPELINE_FAILED;
            }
            throw CommandLine.failed("writing " + to.root(), e);
        }
    }

    private SpecificRecord published(SpecificRecord row) {
        if (row instanceof Article article && texts.text().kind() != PublishedText.Kind.FULL) {
            article.setText(texts.text().of(article.getText(), article.getLanguage()));
        }
        return row;
    }

    private Map<String, String> options() {
        List<String> roots = from.stream().map(Layout::root).toList();
        return new TreeMap<>(Map.of(
                "corpus", String.join(",", roots),
                "previous", String.join(",", MergedManifest.previous(manifests, roots)),
                "articles", flags.get("articles").orElse(""),
                "exclude", flags.get("exclude").orElse(""),
                "text", texts.name()));
    }
}
