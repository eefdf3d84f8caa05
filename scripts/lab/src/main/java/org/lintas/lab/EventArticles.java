package org.lintas.lab;

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
import java.util.zip.GZIPInputStream;

/** Articles that editors grouped by event. */
public final class EventArticles {

    private EventArticles() {}

    /**
     * The articles that have a {@code cluster}, in the order of the file.
     *
     * @param file lines of JSON, compressed by gzip
     */
    public static List<JsonNode> read(Path file) throws IOException {
        var articles = new ArrayList<JsonNode>();
        var json = new ObjectMapper();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode article = json.readTree(line);
                if (article.hasNonNull("cluster")) {
                    articles.add(article);
                }
            }
        }
        return articles;
    }

    /** The event of such an article; each data set counts its own. */
    public static String event(JsonNode article) {
        return article.path("dataset").asText() + " " + article.path("cluster").asText();
    }
}
