package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.corpus.Finish;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.OutputFolder;
import org.lintas.corpus.RunRecord;
import org.lintas.corpus.Versions;
import org.lintas.corpus.merge.ContinuedIncidents;
import org.lintas.corpus.merge.MergeDataset;
import org.lintas.corpus.merge.MergedDataset;
import org.lintas.corpus.merge.MergedManifest;
import org.lintas.corpus.merge.Removal;
import org.lintas.correction.Corrections;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.Layout;
import org.lintas.dataset.PublishedEvidence;
import org.lintas.failure.ExitCode;
import org.lintas.flink.RunGuard;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.Correction;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.OutletLine;
import org.lintas.text.PublishedText;

/**
 * Writes a corpus from the rows of other corpora.
 *
 * @param from the corpora to read
 * @param output the folder of the new one, prepared
 */
record CorpusRewriter(List<FinishedCorpus> from, OutputFolder output, PublishedTexts texts, RemovalFlags flags) {

    /** Datasets that every corpus contains in full; taken from the last one. */
    private static final Set<Dataset> TAKEN_FROM_LAST = EnumSet.of(Dataset.TAXONOMY, Dataset.TAXONOMY_TERMS);

    /**
     * Writes the corpus.
     *
     * @param removal the rows to leave out
     * @param guard guards the folder that must not change meanwhile; if it is interrupted, the output is removed
     */
    ExitCode run(Removal removal, RunGuard guard) {
        Layout to = output.layout();
        var timer = RunRecord.begin();
        if (from.stream().map(CorpusRewriter::watched).distinct().count() > 1) {
            System.err.println(
                    "lintas: --corpus: watched names are those of different lists, so an entity may be found in some of the corpora"
                            + " only: relabel the new one with one --watch");
        }
        try {
            MergedManifest manifest = merge(removal, guard);
            manifest.loss().ifPresent(loss -> {
                throw new IllegalStateException(loss);
            });
            var run = timer.apply(options());
            ExitCode code = Finish.finish(
                    to,
                    output,
                    manifest.manifest(run, versions()),
                    made -> ReportCorpus.atEndOfBuild(made, System.err::println),
                    guard::checkNotInterrupted);
            System.out.printf(
                    "%,d articles and %,d duplicates in %d files, %,d removed, in %.1f s%n",
                    manifest.rows(Dataset.ARTICLES),
                    manifest.rows(Dataset.DUPLICATES),
                    manifest.files(),
                    manifest.removed() - manifest.removedBefore(),
                    run.seconds());
            return code;
        } catch (IOException | RuntimeException | IOError e) {
            output.clearAfter(e);
            if (guard.isInterrupted()) {
                System.err.println("lintas: interrupted; the output in " + to.root() + " was removed");
                return ExitCode.PIPELINE_FAILED;
            }
            throw Failures.of("writing " + to.root(), e);
        }
    }

    private MergedManifest merge(Removal removal, RunGuard guard) throws IOException {
        List<CorpusFiles> sources = from.stream().map(FinishedCorpus::files).toList();
        var merged = new ArrayList<MergedDataset>();
        var incidents = ContinuedIncidents.of(sources);
        for (Dataset dataset : Dataset.values()) {
            List<CorpusFiles> holding =
                    TAKEN_FROM_LAST.contains(dataset) ? sources.subList(sources.size() - 1, sources.size()) : sources;
            merged.add(MergeDataset.of(dataset, holding, output.layout(), versions())
                    .keeping((corpus, row) -> {
                        guard.checkNotInterrupted();
                        return removal.keeps(dataset, row) && incidents.keeps(corpus, dataset, row);
                    })
                    .changing(this::published)
                    .joining(CorpusRewriter::joined)
                    .write());
        }
        return MergedManifest.of(from.stream().map(FinishedCorpus::manifest).toList(), merged);
    }

    private SpecificRecord published(SpecificRecord row) {
        if (row instanceof Article article && texts.text().kind() != PublishedText.Kind.FULL) {
            article.setText(texts.text().of(article.getText(), article.getLanguage()));
        }
        return row instanceof ArticleTopic topic ? PublishedEvidence.of(topic, texts.text()) : row;
    }

    /** A line that its outlet repeats in several corpora is one line; of decisions on the same in several corpora one counts. */
    private static SpecificRecord joined(SpecificRecord row, SpecificRecord next) {
        if (row instanceof Correction one && next instanceof Correction other) {
            return Corrections.areOnTheSame(one, other) ? Corrections.later(one, other) : null;
        }
        return row instanceof OutletLine one
                        && next instanceof OutletLine other
                        && one.getOutlet().equals(other.getOutlet())
                        && one.getLine().equals(other.getLine())
                ? OutletLine.newBuilder(one)
                        .setArticles(one.getArticles() + other.getArticles())
                        .build()
                : null;
    }

    /** Those of this program; topics are those of the corpora. */
    private Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>(Versions.all());
        versions.put(Versions.TAXONOMY, last().taxonomy());
        versions.put(Versions.TOPICS, last().topics());
        versions.put(Versions.PLACES, last().places());
        Optional.ofNullable(last().manifest().versions().get(LabelRules.ENCODER))
                .ifPresent(encoder -> versions.put(LabelRules.ENCODER, encoder));
        return versions;
    }

    private static String watched(FinishedCorpus corpus) {
        return corpus.manifest().option(LabelRules.WATCH_DIGEST, "");
    }

    private FinishedCorpus last() {
        return from.get(from.size() - 1);
    }

    private Map<String, String> options() {
        List<String> roots = from.stream().map(corpus -> corpus.layout().root()).toList();
        String previous = from.stream()
                .flatMap(corpus -> corpus.previous().stream())
                .filter(root -> !roots.contains(root))
                .sorted()
                .distinct()
                .collect(Collectors.joining(","));
        Map<String, String> options = new TreeMap<>(Map.of(
                "corpus",
                String.join(",", roots),
                "previous",
                previous,
                "articles",
                flags.articles,
                "exclude",
                flags.exclude,
                "text",
                texts.name()));
        for (String digest : List.of(
                Versions.TAXONOMY_DIGEST, Versions.MODEL_DIGEST, Versions.PLACES_DIGEST, LabelRules.WATCH_DIGEST)) {
            options.put(digest, last().manifest().options().getOrDefault(digest, ""));
        }
        return options;
    }
}
