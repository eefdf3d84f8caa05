package org.lintas.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.PreviousCorpora;
import org.lintas.corpus.Versions;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.RunFailure;
import org.lintas.schemas.Dataset;
import org.lintas.storage.Location;
import org.lintas.topic.Taxonomy;

/**
 * The validated flags of {@code relabel}.
 *
 * @param from the corpus whose articles are labelled again
 * @param previous earlier corpora, whose incidents are continued
 * @param notContinued why there are none, although it builds on some
 */
record RelabelPlan(
        FinishedCorpus from,
        PreviousCorpora previous,
        Optional<String> notContinued,
        Layout layout,
        CorrectionList corrections,
        LabelRules labels,
        Map<String, String> options) {

    private static final String FLAG = "--corpus";
    private static final String MAX_RECORD_BYTES = "maxRecordBytes";

    /**
     * Checks the flags, and reads the corrections.
     *
     * @throws RunFailure naming the invalid flag and what to do
     */
    static RelabelPlan of(RelabelFlags flags, String runner) {
        if (flags.output.isBlank()) {
            throw RunFailure.usage("--output is missing: give a folder for the new corpus");
        }
        var source = new Layout(Location.absolute(flags.corpus.only()));
        var layout = new Layout(Location.output("--output", flags.output));
        if (Location.areSame(layout.root(), source.root())) {
            throw RunFailure.usage("--output=" + layout.root() + ": is also given as --corpus; choose another");
        }
        FinishedCorpus from = FinishedCorpus.open(FLAG, source);
        from.checkSchema(FLAG);
        if (from.previous().stream().anyMatch(earlier -> Location.areSame(earlier, layout.root()))) {
            throw RunFailure.usage(
                    "--output=" + layout.root() + ": " + FLAG + "=" + source.root() + " builds on it; choose another");
        }
        if (!from.text().equals("full")) {
            throw RunFailure.usage(FLAG + "=" + source.root() + ": was built with --text=" + from.text()
                    + ", but labels are those of full texts; give a corpus built with --text=full");
        }
        LabelRules labels = LabelRules.of(flags.labels);
        CorrectionList corrections = CorrectionList.of(
                "--corrections",
                flags.corrections,
                from,
                Taxonomy.of(labels.taxonomy()).topics());
        Map<String, String> options = new TreeMap<>(Map.of(
                "corpus",
                source.root(),
                "corpusRunId",
                from.manifest().runId(),
                "output",
                layout.root(),
                "previous",
                String.join(",", from.previous()),
                "text",
                from.text()));
        options.putAll(labels.options());
        options.put("corrections", String.join(",", flags.corrections));
        options.put("correctionsSha256", corrections.all().digest());
        options.put("runner", runner);
        try {
            return new RelabelPlan(
                    from,
                    PreviousCorpora.open(from.previous(), layout),
                    Optional.empty(),
                    layout,
                    corrections,
                    labels,
                    options);
        } catch (RunFailure e) {
            var why = Optional.of("incidents of earlier corpora are not continued: " + e.getMessage());
            return new RelabelPlan(
                    from, PreviousCorpora.open(List.of(), layout), why, layout, corrections, labels, options);
        }
    }

    /** Versions of everything that the rows depend on; duplicates are those of the corpus. */
    Map<String, String> versions() {
        Map<String, String> versions = labels.versions();
        versions.put(Versions.DEDUP, from.dedup());
        return versions;
    }

    /** The largest record that the corpus was built of, in bytes. */
    int maxRecordBytes() {
        List<Manifest.Run> runs = from.manifest().mergedRuns();
        return Stream.concat(
                        Stream.of(from.manifest().options()),
                        (runs == null ? List.<Manifest.Run>of() : runs).stream().map(Manifest.Run::options))
                .map(options -> options.getOrDefault(MAX_RECORD_BYTES, ""))
                .filter(bytes -> bytes.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(BuildFlags.RECORD_BYTES);
    }

    long articles() {
        return from.files().rows(Dataset.ARTICLES);
    }

    /** One line that describes the run, and one for each way in which the labels will differ for want of a flag. */
    List<String> summary() {
        return Stream.of(
                        Optional.of(String.format(
                                Locale.ROOT,
                                "labelling %,d articles of %s again into %s",
                                articles(),
                                from.layout().root(),
                                layout.root())),
                        Optional.of(corrections.summary()),
                        notContinued,
                        other(
                                from.taxonomy().equals(labels.taxonomy().version()),
                                "topics are those of taxonomy " + from.taxonomy(),
                                labels.taxonomy().version(),
                                "--taxonomy"),
                        other(
                                areOwnsEqual(from.topics(), labels.model().version()),
                                "topics were graded by model " + from.topics(),
                                labels.model().version(),
                                "--model"),
                        ModelFile.otherTaxonomy(labels.model(), labels.taxonomy()),
                        other(
                                areOwnsEqual(from.places(), labels.places().version()),
                                "places are those of " + from.places(),
                                labels.places().version(),
                                "--places"),
                        other(
                                from.manifest()
                                        .option(LabelRules.WATCH_DIGEST, "")
                                        .equals(labels.watchList().digest()),
                                "names are those of another list",
                                labels.watchList().isEmpty() ? "none" : options.get("watch"),
                                "--watch"))
                .flatMap(Optional::stream)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static boolean areOwnsEqual(String version, String other) {
        return Versions.own(version).equals(Versions.own(other));
    }

    private static Optional<String> other(boolean isSame, String those, String ours, String flag) {
        return isSame
                ? Optional.empty()
                : Optional.of(FLAG + ": its " + those + "; the new ones are those of " + ours + "; give the " + flag
                        + " that it was built with to have the same");
    }
}
