package org.lintas.corpus.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lintas.corpus.check.Checks;
import org.lintas.schemas.Dataset;

/** The card of a corpus: what it is, how it was made, what it is not, how good it is, and what its users owe others. */
final class DatasetCard {

    private DatasetCard() {}

    /**
     * The card, in Markdown.
     *
     * @param manifest of the corpus, as a JSON document
     */
    static String markdown(String manifest) throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(manifest);
        JsonNode written = root.at("/conservation/written");
        JsonNode options = root.path("options");
        return text("card.md")
                .replace("{articles}", number(written.path("articles").asLong()))
                .replace("{duplicates}", number(written.path("duplicates").asLong()))
                .replace("{rejects}", number(written.path("rejects").asLong()))
                .replace("{read}", number(root.at("/conservation/read/total").asLong()))
                .replace("{inputs}", number(root.path("inputs").size()))
                .replace("{finished}", root.at("/timings/finished").asText().replaceFirst("T.*", ""))
                .replace("{run}", root.path("run_id").asText())
                .replace("{languages}", languages(root.path("articles_by_language")))
                .replace("{versions}", versions(root.path("versions")))
                .replace("{text}", options.path("text").asText("full"))
                .replace("{masked}", masked(root) ? "are masked" : "are not masked")
                .replace("{expectations}", expectations(root.path("expectations")))
                .replace("{datasets}", String.valueOf(Dataset.values().length))
                .replace("{quality}", text("quality.txt").strip());
    }

    private static boolean masked(JsonNode root) {
        JsonNode runs = root.path("merged_runs");
        if (runs.isEmpty()) {
            return root.at("/options/maskPersonalNumbers").asBoolean();
        }
        for (JsonNode run : runs) {
            if (!masked(run)) {
                return false;
            }
        }
        return true;
    }

    /** How many of the expectations ended how. */
    private static String expectations(JsonNode expectations) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode expectation : expectations) {
            counts.merge(expectation.path("status").asText(), 1, Integer::sum);
        }
        String sum = String.format(
                Locale.ROOT,
                "%d passed, %d failed, %d are not as usual, %d could not be checked",
                counts.getOrDefault("passed", 0),
                counts.getOrDefault("failed", 0),
                counts.getOrDefault("warned", 0),
                counts.getOrDefault("unchecked", 0));
        return counts.containsKey("unchecked") ? sum + ": repeat with `" + Checks.REPEAT + "`" : sum;
    }

    private static String languages(JsonNode counts) {
        return counts.properties().stream()
                .map(count ->
                        "| " + count.getKey() + " | " + number(count.getValue().asLong()) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String versions(JsonNode versions) {
        return versions.properties().stream()
                .map(version -> version.getKey().replace("lintas.", "") + " "
                        + version.getValue().asText())
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
