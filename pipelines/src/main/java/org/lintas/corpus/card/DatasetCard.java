package org.lintas.corpus.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lintas.corpus.check.Checks;
import org.lintas.dataset.Manifest;
import org.lintas.schemas.Dataset;

/** The dataset card of a corpus: content, method, limits, quality and licence. */
final class DatasetCard {

    private DatasetCard() {}

    /** The card, in Markdown. */
    static String markdown(Manifest manifest) {
        Manifest.Written written = manifest.conservation().written();
        return text("card.md")
                .replace("{articles}", number(written.articles()))
                .replace("{duplicates}", number(written.duplicates()))
                .replace("{rejects}", number(written.rejects()))
                .replace("{read}", number(manifest.conservation().read().total()))
                .replace("{inputs}", number(manifest.inputs().size()))
                .replace("{finished}", manifest.timings().day())
                .replace("{run}", manifest.runId())
                .replace("{languages}", languages(manifest.articlesByLanguage()))
                .replace("{versions}", versions(manifest.versions()))
                .replace(
                        "{own_taxonomy}",
                        OwnLabels.sentence(manifest).map(text -> " " + text).orElse(""))
                .replace("{text}", manifest.text())
                .replace("{masked}", isMasked(manifest) ? "are masked" : "are not masked")
                .replace("{expectations}", expectations(manifest.expectations()))
                .replace("{datasets}", String.valueOf(Dataset.values().length))
                .replace("{quality}", text("quality.txt").strip());
    }

    private static boolean isMasked(Manifest manifest) {
        List<Manifest.Run> runs = manifest.mergedRuns();
        return (runs == null || runs.isEmpty())
                ? isMasked(manifest.options())
                : runs.stream().allMatch(run -> isMasked(run.options()));
    }

    private static boolean isMasked(Map<String, String> options) {
        return Boolean.parseBoolean(options.get("maskPersonalNumbers"));
    }

    /** The number of expectations by status. */
    private static String expectations(List<Manifest.Expectation> expectations) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Manifest.Expectation expectation :
                Objects.requireNonNullElse(expectations, List.<Manifest.Expectation>of())) {
            counts.merge(expectation.status(), 1, Integer::sum);
        }
        String sum = String.format(
                Locale.ROOT,
                "%d passed, %d failed, %d are unusual, %d could not be checked",
                counts.getOrDefault("passed", 0),
                counts.getOrDefault("failed", 0),
                counts.getOrDefault("warned", 0),
                counts.getOrDefault("unchecked", 0));
        return counts.containsKey("unchecked") ? sum + ": repeat with `" + Checks.REPEAT + "`" : sum;
    }

    private static String languages(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> "| " + count.getKey() + " | " + number(count.getValue()) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String versions(Map<String, String> versions) {
        return versions.entrySet().stream()
                .map(version -> version.getKey().replace("lintas.", "") + " " + version.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String text(String name) {
        try (InputStream in = DatasetCard.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
