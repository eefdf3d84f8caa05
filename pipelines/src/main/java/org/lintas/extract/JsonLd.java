package org.lintas.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article in JSON-LD (schema.org {@code Article} and its kinds). */
final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final JsonNode article;

    private JsonLd(JsonNode article) {
        this.article = article;
    }

    /** The article that a page describes; one without any property where it describes none. */
    static JsonLd of(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                Optional<JsonNode> article = findArticle(JSON.readTree(script.data()));
                if (article.isPresent()) {
                    return new JsonLd(article.get());
                }
            } catch (JsonProcessingException ignored) {
                // Broken JSON-LD is common; the page is then read as one without.
            }
        }
        return new JsonLd(JSON.createObjectNode());
    }

    private static Optional<JsonNode> findArticle(JsonNode root) {
        var queue = new ArrayDeque<JsonNode>();
        queue.add(root);
        int seen = 0;
        while (!queue.isEmpty() && seen++ < 1_000) {
            JsonNode node = queue.remove();
            String type = node.path("@type").isArray()
                    ? node.path("@type").path(0).asText()
                    : node.path("@type").asText();
            if (type.endsWith("Article") || type.equals("BlogPosting") || type.equals("Report")) {
                return Optional.of(node);
            }
            if (node.isArray()) {
                node.forEach(queue::add);
            } else if (node.isObject()) {
                queue.add(node.path("@graph"));
                queue.add(node.path("mainEntity"));
            }
        }
        return Optional.empty();
    }

    /** A property as text: of an object its name, of a list the first. */
    Optional<String> text(String property) {
        JsonNode node = article.path(property);
        if (node.isArray()) {
            node = node.path(0);
        }
        if (node.isObject()) {
            node = node.has("name") ? node.path("name") : node.path("@id");
        }
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }
}
