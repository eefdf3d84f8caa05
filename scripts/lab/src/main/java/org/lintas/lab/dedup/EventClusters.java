package org.lintas.lab.dedup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Thresholds;
import org.lintas.lab.EventArticles;
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
        for (JsonNode node : EventArticles.read(file)) {
            String text = node.path("text").asText();
            String id = node.path("id").asText();
            articles.add(new NearDuplicates.Article(
                    new RepresentativeRank(null, 0, text.length(), id, file.toString(), articles.size()),
                    Provenance.UNKNOWN,
                    false,
                    "vi",
                    node.path("title").asText(null),
                    text));
            events.add(EventArticles.event(node));
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
