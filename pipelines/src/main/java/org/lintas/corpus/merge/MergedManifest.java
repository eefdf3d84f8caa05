package org.lintas.corpus.merge;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lintas.corpus.RunRecord;
import org.lintas.dataset.Manifest;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;
import org.lintas.storage.SkippedPaths;

/** The manifest of a merged corpus: sums over its source corpora, and their runs. */
public final class MergedManifest {

    /** Datasets in which each row is one record that was read. */
    private static final Set<Dataset> RECORDS = EnumSet.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS);

    private final List<Manifest> runs;
    private final List<MergedDataset> datasets;
    private final List<Manifest.File> files;

    private MergedManifest(List<Manifest> runs, List<MergedDataset> datasets, List<Manifest.File> files) {
        this.runs = runs;
        this.datasets = datasets;
        this.files = files;
    }

    /**
     * Creates a manifest.
     *
     * @param runs manifests of the corpora that were merged
     * @param datasets what was written
     */
    public static MergedManifest of(List<Manifest> runs, List<MergedDataset> datasets) {
        List<Manifest.File> files = datasets.stream()
                .flatMap(dataset -> dataset.files().stream())
                .sorted(Comparator.comparing(PartFile::getPath))
                .map(Manifest.File::of)
                .toList();
        return new MergedManifest(List.copyOf(runs), List.copyOf(datasets), files);
    }

    /** Number of rows written to a dataset. */
    public long rows(Dataset dataset) {
        return datasets.stream()
                .filter(merged -> merged.dataset() == dataset)
                .mapToLong(MergedDataset::written)
                .sum();
    }

    /** Number of files written. */
    public int files() {
        return files.size();
    }

    /**
     * A description of lost rows; empty if nothing is lost: all rows of every dataset were written or removed, and all records read are articles,
     * duplicates, rejects or removed.
     */
    public Optional<String> loss() {
        for (MergedDataset dataset : datasets) {
            if (!dataset.isConserved()) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "%s: the corpora have %d rows, but %d were written and %d removed",
                        dataset.dataset().folder(),
                        dataset.sourceRows(),
                        dataset.written(),
                        dataset.removed()));
            }
        }
        return read() == written() + removed()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the manifests count %d records read, but there are %d articles, duplicates and rejects and %d removed records",
                        read(),
                        written(),
                        removed()));
    }

    private long written() {
        return rows(Dataset.ARTICLES) + rows(Dataset.DUPLICATES) + rejects();
    }

    /** Articles and duplicates removed from the source corpora. */
    public long removed() {
        return removedBefore()
                + datasets.stream()
                        .filter(merged -> RECORDS.contains(merged.dataset()))
                        .mapToLong(MergedDataset::removed)
                        .sum();
    }

    /** Those that had already been removed from the source corpora. */
    public long removedBefore() {
        return Manifest.sum(runs, run -> run.conservation().written().removals());
    }

    /** Rejects, including those without their own row. */
    private long rejects() {
        return rows(Dataset.REJECTS)
                + unlistedRejects().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> unlistedRejects() {
        return sums(run -> run.conservation().unlistedRejects());
    }

    private long read() {
        return Manifest.sum(runs, run -> run.conservation().read().total());
    }

    private Map<String, Long> sums(Function<Manifest, Map<String, Long>> counts) {
        return Manifest.sums(runs.stream().map(counts).toList());
    }

    /** The manifest of the corpus, before it is checked. */
    public Manifest manifest(RunRecord run, Map<String, String> versions) {
        Map<String, Manifest.MergedRows> rows = new LinkedHashMap<>();
        for (MergedDataset dataset : datasets) {
            rows.put(
                    dataset.dataset().folder(),
                    new Manifest.MergedRows(dataset.sourceRows(), dataset.written(), dataset.removed()));
        }
        return new Manifest(
                run.id(),
                versions,
                run.options(),
                run.timings(),
                new Manifest.Conservation(
                        new Manifest.Read(
                                Manifest.sum(
                                        runs,
                                        source -> source.conservation().read().documents()),
                                Manifest.sum(
                                        runs,
                                        source -> source.conservation().read().rejectedWhileReading()),
                                read()),
                        new Manifest.Written(
                                rows(Dataset.ARTICLES),
                                rows(Dataset.DUPLICATES),
                                rejects(),
                                removed(),
                                written() + removed()),
                        rows,
                        unlistedRejects(),
                        sums(source -> source.conservation().noDocuments()),
                        loss().isEmpty()),
                skippedInputs(),
                sums(Manifest::rejectsByReason),
                Manifest.articlesByLanguage(files),
                null,
                null,
                runs.stream()
                        .map(source ->
                                new Manifest.Run(source.runId(), source.versions(), source.options(), source.timings()))
                        .toList(),
                runs.stream()
                        .flatMap(source -> source.inputs().stream())
                        .sorted(Comparator.comparing(Manifest.Input::path))
                        .toList(),
                files,
                null);
    }

    /** Files that the runs skipped while listing their input. */
    private Map<String, Manifest.SkippedInputs> skippedInputs() {
        Map<String, Manifest.SkippedInputs> all = new TreeMap<>();
        for (Manifest run : runs) {
            run.skippedInputs()
                    .forEach((kind, some) -> all.merge(
                            kind,
                            some,
                            (one, other) -> new Manifest.SkippedInputs(
                                    one.count() + other.count(),
                                    Stream.concat(one.examples().stream(), other.examples().stream())
                                            .distinct()
                                            .sorted()
                                            .limit(SkippedPaths.EXAMPLES)
                                            .toList())));
        }
        return all;
    }
}
