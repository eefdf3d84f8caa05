package org.lintas.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lintas.dataset.Manifest;
import org.lintas.schemas.Dataset;

/** The manifest of a corpus whose articles were labelled again: what was read is that of the corpus from which it was made. */
public final class RelabelledManifest {

    private final Manifest source;
    private final RunManifest made;

    private RelabelledManifest(Manifest source, RunManifest made) {
        this.source = source;
        this.made = made;
    }

    /**
     * Creates a manifest.
     *
     * @param source that of the corpus whose articles were labelled again
     * @param made what was written
     */
    public static RelabelledManifest of(Manifest source, RunManifest made) {
        return new RelabelledManifest(source, made);
    }

    /**
     * A description of lost rows; empty if nothing is lost: what was an article, a copy or a reject is one, every reject was counted by reason, and
     * what labels do not change is there.
     */
    public Optional<String> loss() {
        long rejects = rows(Dataset.REJECTS);
        boolean isSame = rejects == rowsBefore(Dataset.REJECTS);
        if (records() != rowsBefore(Dataset.ARTICLES) + rowsBefore(Dataset.DUPLICATES) + rowsBefore(Dataset.REJECTS)) {
            return Optional.of("articles, duplicates and rejects are " + records() + " rows instead of "
                    + (rowsBefore(Dataset.ARTICLES) + rowsBefore(Dataset.DUPLICATES) + rowsBefore(Dataset.REJECTS)));
        }
        if (rejects != sum(made.listedRejects())) {
            return Optional.of(rejects + " rejects, but " + sum(made.listedRejects()) + " by reason");
        }
        return List.of(Dataset.OUTLET_LINES, Dataset.FINGERPRINTS).stream()
                // The fingerprints of what is no article any more are left out.
                .filter(dataset -> isSame || dataset != Dataset.FINGERPRINTS)
                .filter(dataset -> rows(dataset) != rowsBefore(dataset))
                .findFirst()
                .map(dataset -> String.format(
                        Locale.ROOT,
                        "%s has %d rows instead of %d",
                        dataset.folder(),
                        rows(dataset),
                        rowsBefore(dataset)));
    }

    /** Number of rows of a dataset. */
    public long rows(Dataset dataset) {
        return made.rows(dataset);
    }

    /** Number of rows of a dataset of the corpus from which it was made. */
    public long rowsBefore(Dataset dataset) {
        return source.files().stream()
                .filter(file -> file.isOf(dataset))
                .mapToLong(Manifest.File::rows)
                .sum();
    }

    /** Rows of articles, duplicates and rejects. */
    private long records() {
        return rows(Dataset.ARTICLES) + rows(Dataset.DUPLICATES) + rows(Dataset.REJECTS);
    }

    /** The manifest of the corpus, before it is checked. */
    public Manifest manifest(RunRecord run, Map<String, String> versions) {
        Manifest.Conservation before = source.conservation();
        Map<String, Long> unlisted = before.unlistedRejects();
        Long removed = before.written().removed();
        long written = records() + sum(unlisted) + before.written().removals();
        return new Manifest(
                run.id(),
                versions,
                run.options(),
                run.timings(),
                new Manifest.Conservation(
                        before.read(),
                        new Manifest.Written(
                                rows(Dataset.ARTICLES),
                                rows(Dataset.DUPLICATES),
                                rows(Dataset.REJECTS) + sum(unlisted),
                                removed,
                                written),
                        null,
                        unlisted,
                        before.noDocuments(),
                        loss().isEmpty() && before.read().total() == written),
                source.skippedInputs(),
                Manifest.sums(List.of(made.listedRejects(), unlisted)),
                made.articlesByLanguage(),
                source.dateOrders(),
                source.imports(),
                runs(),
                source.inputs(),
                made.files(),
                null);
    }

    /** The runs that read the archives. */
    private List<Manifest.Run> runs() {
        return source.mergedRuns() == null || source.mergedRuns().isEmpty()
                ? List.of(new Manifest.Run(source.runId(), source.versions(), source.options(), source.timings()))
                : source.mergedRuns();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
