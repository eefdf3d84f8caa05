package org.lintas.lab.dedup;

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
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Thresholds;
import org.lintas.lab.dedup.DedupTruth.Counts;

/**
 * Articles that editors grouped by event: merged ones should be of the same event, while most articles of an event are
 * no duplicates.
 */
final class EventClusters {

    private EventClusters() {}

    /** How many merged pairs are of one event. */
    static String report(Path file) throws IOException {
        List<NearDuplicates.Article> articles = new ArrayList<>();
        List<String> events = new ArrayList<>();
        var json = new ObjectMapper();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = json.readTree(line);
                if (node.hasNonNull("cluster")) {
                    String text = node.path("text").asText();
                    String id = node.path("id").asText();
                    articles.add(new NearDuplicates.Article(
                            new RepresentativeRank(null, 0, text.length(), id, file.toString(), articles.size()),
                            Provenance.UNKNOWN,
                            false,
                            "vi",
                            node.path("title").asText(null),
                            text));
                    events.add(node.path("dataset").asText() + " "
                            + node.path("cluster").asText());
                }
            }
        }
        List<NearDuplicates.Membership> memberships = NearDuplicates.of(articles, Thresholds.DEFAULT);
        var counts = new Counts();
        for (int i = 0; i < memberships.size(); i++) {
            int representative = memberships.get(i).representative();
            if (representative != i) {
                counts.add(events.get(i).equals(events.get(representative)));
            }
        }
        return String.format(
                "%d Vietnamese articles grouped by event: merged ones of the same event %s%n", articles.size(), counts);
    }
}
