package org.lintas.lab.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lintas.record.Draft;
import org.lintas.text.Language;

/**
 * A report that was written for the purpose, with what it was written of.
 *
 * @param incident the incident; of a report of none a name of its own
 * @param role report, update, follow_up, mention or none
 * @param figures the figures of the incident that the report was written from
 * @param day the day of the incident, as in ISO 8601; empty if there is none
 */
record Written(Draft draft, String incident, String role, Map<String, Double> figures, String day) {

    /** Reads JSON lines: incident, role, language, outlet, published, title, text, figures. */
    static List<Written> read(Path file, Labeller labeller) throws IOException {
        var json = new ObjectMapper();
        var written = new ArrayList<Written>();
        String name = file.getFileName().toString();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            String id = String.format("%s-%04d", name, written.size());
            Language language =
                    Language.of(node.path("language").asText()).orElseThrow(() -> new IllegalArgumentException(line));
            Map<String, Double> figures = new TreeMap<>();
            node.path("figures").properties().stream()
                    .filter(figure -> figure.getValue().isNumber())
                    .forEach(figure ->
                            figures.put(figure.getKey(), figure.getValue().asDouble()));
            written.add(new Written(
                    labeller.label(id, language, node, node.path("outlet").textValue()),
                    node.hasNonNull("incident") ? node.path("incident").asText() : "none of " + id,
                    node.path("role").asText("none"),
                    figures,
                    node.path("event_date").asText()));
        }
        return written;
    }

    /** Reads all files of a folder that end in {@code .jsonl}, in the order of their names. */
    static List<Written> readFolder(Path folder, Labeller labeller) throws IOException {
        var written = new ArrayList<Written>();
        for (Path file : files(folder)) {
            written.addAll(read(file, labeller));
        }
        return written;
    }

    /** The files of reports in a folder, in the order of their names. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    boolean isOfIncident() {
        return !incident.startsWith("none of ");
    }

    String language() {
        return draft.getLanguage();
    }
}
