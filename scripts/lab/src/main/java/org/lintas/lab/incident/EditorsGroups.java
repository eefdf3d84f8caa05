package org.lintas.lab.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lintas.lab.EventArticles;
import org.lintas.record.Draft;
import org.lintas.text.Language;

/** Vietnamese articles of all kinds that editors grouped by event. */
final class EditorsGroups {

    private EditorsGroups() {}

    /** The articles of a file that have a {@code cluster}, each with its group. */
    static List<Map.Entry<Draft, String>> read(Path file, Labeller labeller) throws IOException {
        List<Map.Entry<Draft, String>> articles = new ArrayList<>();
        for (JsonNode node : EventArticles.read(file)) {
            String source = node.path("source").textValue();
            Draft draft = labeller.label(node.path("id").asText(), Language.VIETNAMESE, node, source);
            articles.add(Map.entry(Labeller.withTopic(draft, "news"), EventArticles.event(node)));
        }
        return articles;
    }
}
