package org.lintas.lab.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.lintas.record.Draft;
import org.lintas.text.Language;

/** Vietnamese articles of all kinds that editors grouped by event. */
final class EditorsGroups {

    private EditorsGroups() {}

    /** The articles of a file that have a {@code cluster}, each with its group. */
    static List<Map.Entry<Draft, String>> read(Path file, Labeller labeller) throws IOException {
        List<Map.Entry<Draft, String>> articles = new ArrayList<>();
        var json = new ObjectMapper();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = json.readTree(line);
                if (node.hasNonNull("cluster")) {
                    String source = node.path("source").textValue();
                    Draft draft = labeller.label(node.path("id").asText(), Language.VIETNAMESE, node, source);
                    String group = node.path("dataset").asText() + " "
                            + node.path("cluster").asText();
                    articles.add(Map.entry(Labeller.withTopic(draft, "news"), group));
                }
            }
        }
        return articles;
    }
}
