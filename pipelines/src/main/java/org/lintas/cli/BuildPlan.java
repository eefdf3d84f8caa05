package org.lintas.cli;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.HostList;
import org.lintas.corpus.PreviousCorpora;
import org.lintas.corpus.Versions;
import org.lintas.dataset.Layout;
import org.lintas.dedup.text.Thresholds;
import org.lintas.failure.RunFailure;
import org.lintas.privacy.PrivacyRules;
import org.lintas.privacy.Takedowns;
import org.lintas.record.ArchiveFile;
import org.lintas.storage.Location;
import org.lintas.text.Language;
import org.lintas.text.PublishedText;

/**
 * The validated flags of {@code build}.
 *
 * @param languages codes of the languages to keep; empty keeps all
 */
public record BuildPlan(
        InputFiles input,
        Layout layout,
        PreviousCorpora previous,
        Set<String> languages,
        ArchiveReaders readers,
        Thresholds thresholds,
        PrivacyRules privacy,
        LabelRules labels,
        double maxRejectRate,
        Map<String, String> options) {

    private static final int MIN_RECORD_BYTES = 1 << 10;
    private static final int MAX_RECORD_BYTES = 256 << 20;
    private static final int ARTICLE_BYTES = 1 << 10;

    /**
     * Checks the flags and finds the input.
     *
     * @throws RunFailure naming the invalid flag and what to do
     */
    public static BuildPlan of(BuildFlags flags, String runner) {
        if (named(flags.reading.input).isEmpty()) {
            throw RunFailure.usage("--input is missing: give archive files, folders or globs");
        }
        if (flags.writing.output.isBlank()) {
            throw RunFailure.usage("--output is missing: give a folder for the corpus");
        }
        int maxRecordBytes = flags.reading.maxRecordBytes;
        if (maxRecordBytes < MIN_RECORD_BYTES || maxRecordBytes > MAX_RECORD_BYTES) {
            throw RunFailure.usage("--maxRecordBytes=" + maxRecordBytes + ": give a number from " + MIN_RECORD_BYTES
                    + " to " + MAX_RECORD_BYTES);
        }
        double maxRejectRate = flags.writing.maxRejectRate;
        if (!(maxRejectRate >= 0 && maxRejectRate <= 1)) {
            throw RunFailure.usage("--maxRejectRate=" + maxRejectRate + ": give a number from 0 to 1");
        }
        Thresholds thresholds = new Thresholds(
                share("--reprintSimilarity", flags.duplicates.reprintSimilarity),
                share("--excerptContainment", flags.duplicates.excerptContainment));
        Set<String> languages = languages(flags.writing.languages);
        FieldNames fields = fields(named(flags.reading.jsonFields));
        var layout = new Layout(Location.output("--output", flags.writing.output));
        PreviousCorpora previous = PreviousCorpora.open(named(flags.reading.previous), layout);
        LabelRules labels = LabelRules.of(flags.labels);
        return new BuildPlan(
                InputFiles.find(named(flags.reading.input), layout),
                layout,
                previous,
                languages,
                new ArchiveReaders(
                        maxRecordBytes,
                        fields,
                        LineFile.parsed("--only", flags.reading.only, HostList.all(), HostList::parse)),
                thresholds,
                privacy(flags),
                labels,
                maxRejectRate,
                options(flags, runner, layout, previous, labels));
    }

    /** The flags that affect the output, as recorded in the manifest. */
    private static Map<String, String> options(
            BuildFlags flags, String runner, Layout layout, PreviousCorpora previous, LabelRules labels) {
        Map<String, String> options = new TreeMap<>(Map.of(
                "input", String.join(",", flags.reading.input),
                "output", layout.root(),
                "previous", String.join(",", previous.roots()),
                "languages", flags.writing.languages,
                "maxRecordBytes", String.valueOf(flags.reading.maxRecordBytes),
                "jsonFields", String.join(",", flags.reading.jsonFields),
                "reprintSimilarity", String.valueOf(flags.duplicates.reprintSimilarity),
                "excerptContainment", String.valueOf(flags.duplicates.excerptContainment),
                "maxRejectRate", String.valueOf(flags.writing.maxRejectRate),
                "runner", runner));
        options.put("only", flags.reading.only);
        options.put("exclude", flags.privacy.exclude);
        options.put("maskPersonalNumbers", String.valueOf(flags.privacy.maskPersonalNumbers));
        options.put("text", flags.privacy.text);
        options.put("excerptCharacters", String.valueOf(flags.privacy.excerptCharacters));
        options.putAll(labels.options());
        return options;
    }

    private static PrivacyRules privacy(BuildFlags flags) {
        Takedowns takedowns = RemovalList.takedowns("--exclude", flags.privacy.exclude);
        try {
            return new PrivacyRules(
                    takedowns,
                    flags.privacy.maskPersonalNumbers,
                    PublishedText.parse(flags.privacy.text, flags.privacy.excerptCharacters));
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage("--text=" + flags.privacy.text + ": " + e.getMessage());
        }
    }

    private static List<String> named(List<String> values) {
        return values.stream().filter(value -> !value.isBlank()).toList();
    }

    /** Versions of everything that the rows depend on. */
    Map<String, String> versions() {
        return labels.versions();
    }

    /** What is said of earlier corpora that were labelled by another taxonomy, or by other files of a user; empty if none was. */
    List<String> otherLabels() {
        return Stream.of(
                        other(
                                previous.taxonomies(),
                                labels.taxonomy().version(),
                                UnaryOperator.identity(),
                                "earlier corpora have topics of taxonomy %s, this one of %s",
                                "--taxonomy"),
                        other(
                                previous.models(),
                                labels.model().version(),
                                Versions::own,
                                "topics of earlier corpora were graded by model %s, those of this one by %s",
                                "--model"),
                        other(
                                previous.places(),
                                labels.places().version(),
                                Versions::own,
                                "places of earlier corpora are those of %s, those of this one of %s",
                                "--places"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of versions those that differ from that of this run, by a part of them. */
    private static Optional<String> other(
            Set<String> earlier, String version, UnaryOperator<String> part, String differ, String flag) {
        String others = earlier.stream()
                .filter(other -> !part.apply(other).equals(part.apply(version)))
                .collect(Collectors.joining(" and "));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("--previous: " + String.format(differ, others, version)
                        + ": do not count them together; give the " + flag
                        + " that they were built with to have the same");
    }

    public List<ArchiveFile> files() {
        return input.files();
    }

    /** Estimated number of articles in the input: a compressed article takes at least about a kilobyte. */
    public long expectedArticles() {
        return files().stream().mapToLong(ArchiveFile::getBytes).sum() / ARTICLE_BYTES + previous.articles();
    }

    /** One line that describes the run. */
    String summary() {
        long bytes = files().stream().mapToLong(ArchiveFile::getBytes).sum();
        return String.format(
                Locale.ROOT,
                "reading %,d files (%s) into %s; %s; %s;%s texts %s, personal numbers %s",
                files().size(),
                size(bytes),
                layout.root(),
                previous.layouts().isEmpty()
                        ? "no earlier corpora"
                        : String.format(
                                Locale.ROOT,
                                "comparing with %,d articles of %d earlier corpora",
                                previous.articles(),
                                previous.layouts().size()),
                privacy.takedowns().isEmpty() ? "nothing excluded" : "exclusions from " + options.get("exclude"),
                labels.watchList().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " watching %,d names;",
                                labels.watchList().size()),
                privacy.text(),
                privacy.maskPersonalNumbers() ? "masked" : "not masked");
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%,d KiB", (bytes + 1023) >> 10)
                : String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }

    private static double share(String flag, double value) {
        if (!(value > 0 && value <= 1)) {
            throw RunFailure.usage(flag + "=" + value + ": give a number above 0, up to 1");
        }
        return value;
    }

    private static Set<String> languages(String flag) {
        if (flag.strip().equals("any")) {
            return Set.of();
        }
        var codes = new LinkedHashSet<>(
                Arrays.stream(flag.split(",")).map(String::strip).toList());
        for (String code : codes) {
            if (Language.of(code).isEmpty()) {
                String known = Stream.of(Language.values()).map(Language::code).collect(Collectors.joining(","));
                throw RunFailure.usage("--languages=" + flag + ": '" + code + "' is unknown; give some of " + known
                        + ", or any" + Nearest.hint(code, List.of(known.split(","))));
            }
        }
        return codes;
    }

    private static FieldNames fields(List<String> flag) {
        try {
            return FieldNames.parse(flag);
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage("--jsonFields: " + e.getMessage());
        }
    }
}
