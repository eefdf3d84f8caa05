package org.lintas.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lintas.corpus.RunManifest;
import org.lintas.corpus.RunRecord;
import org.lintas.dataset.Layout;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.RejectReason;
import org.lintas.text.Printable;

/** The summary printed at the end of a run. */
public final class Summary {

    /** Number of files listed by name. */
    private static final int EXAMPLES = 3;

    private Summary() {}

    public static String of(RunManifest manifest, RunRecord run, Layout layout) {
        return String.format(
                Locale.ROOT,
                """

                %,d records of %,d files in %.1f s
                  articles    %,9d   %s
                  duplicates  %,9d
                  rejects     %,9d   %s
                  skipped     %,9d   %s
                %stopics %,d rows, countries %,d rows
                corpus in %s
                """,
                manifest.read(),
                manifest.archives(),
                run.seconds(),
                manifest.rows(Dataset.ARTICLES),
                list(manifest.articlesByLanguage()),
                manifest.rows(Dataset.DUPLICATES),
                manifest.rejects(),
                list(manifest.rejectsByReason()),
                manifest.skipped().values().stream().mapToLong(Long::longValue).sum(),
                list(manifest.skipped()),
                notRead(manifest),
                manifest.rows(Dataset.ARTICLE_TOPICS),
                manifest.rows(Dataset.ARTICLE_COUNTRIES),
                layout.root());
    }

    /** What to do if all records were rejected: the most frequent reason; empty if some became articles or copies of articles. */
    public static Optional<String> noArticles(RunManifest manifest) {
        if (manifest.rejects() < manifest.read()) {
            return Optional.empty();
        }
        return manifest.rejectsByReason().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> String.format(
                        Locale.ROOT,
                        "no article came of the %,d records: most rejects (%,d) are %s; %s",
                        manifest.read(),
                        most.getValue(),
                        most.getKey(),
                        most.getKey().equals(RejectReason.MISSING_TEXT.name())
                                ? "name the field that holds the text with --jsonFields=text=NAME"
                                : "the dataset rejects says why of each"));
    }

    /** Lines about files that were not read; empty if all were read. */
    private static String notRead(RunManifest manifest) {
        List<String> unreadable = manifest.unreadable();
        Map<String, Long> skipped = manifest.skippedInputs().counts();
        String lines = unreadable.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  unreadable  %,9d   deleted or unreadable since the start: %s%s%n",
                        unreadable.size(),
                        unreadable.stream().limit(EXAMPLES).map(Printable::of).collect(Collectors.joining(", ")),
                        unreadable.size() > EXAMPLES ? ", …" : "");
        return skipped.isEmpty()
                ? lines
                : lines
                        + String.format(
                                Locale.ROOT,
                                "  skipped     %,9d   %s%n",
                                skipped.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                list(skipped));
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + String.format(Locale.ROOT, "%,d", count.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
