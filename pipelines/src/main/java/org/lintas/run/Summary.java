package org.lintas.run;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lintas.dataset.Layout;
import org.lintas.schemas.Dataset;

/** What a person wants to know at the end of a run. */
public final class Summary {

    private Summary() {}

    public static String of(Manifest manifest, RunRecord run, Layout layout) {
        return String.format(
                Locale.ROOT,
                """

                %,d records of %,d files in %.1f s
                  articles    %,9d   %s
                  duplicates  %,9d
                  rejects     %,9d   %s
                  no documents%,9d   %s
                topics %,d rows, countries %,d rows
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
                manifest.rows(Dataset.ARTICLE_TOPICS),
                manifest.rows(Dataset.ARTICLE_COUNTRIES),
                layout.root());
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + String.format(Locale.ROOT, "%,d", count.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
