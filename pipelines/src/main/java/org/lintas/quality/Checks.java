package org.lintas.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.lintas.quality.Outcome.Status;

/** What came of all expectations of a corpus. */
public record Checks(List<Outcome> outcomes) {

    public Checks {
        outcomes = List.copyOf(outcomes);
    }

    /** How many ended so. */
    public long count(Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    public boolean hasFailed() {
        return count(Status.FAILED) > 0;
    }

    /** Names of those that ended so. */
    public List<String> names(Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .map(Outcome::name)
                .toList();
    }

    /** One line an expectation, and a sum. */
    public String table() {
        var out = new StringBuilder();
        int width = outcomes.stream().mapToInt(o -> o.name().length()).max().orElse(0);
        for (Outcome outcome : outcomes) {
            out.append(String.format(
                            Locale.ROOT,
                            "%-8s %-" + width + "s  %s",
                            outcome.status().name().toLowerCase(Locale.ROOT),
                            outcome.name(),
                            outcome.summary())
                    .stripTrailing());
            out.append('\n');
        }
        return out.append(sum()).append('\n').toString();
    }

    /** How many ended how, in words. */
    public String sum() {
        return String.format(
                Locale.ROOT,
                "%d expectations passed, %d failed, %d warned, %d skipped",
                count(Status.PASSED),
                count(Status.FAILED),
                count(Status.WARNED),
                count(Status.SKIPPED));
    }

    /** As a JSON document: the sum, and an object an expectation. */
    public String json() {
        var mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        for (Status status : Status.values()) {
            root.put(status.name().toLowerCase(Locale.ROOT), count(status));
        }
        ArrayNode all = root.putArray("expectations");
        for (Outcome outcome : outcomes) {
            all.addObject()
                    .put("name", outcome.name())
                    .put("about", outcome.about())
                    .put("status", outcome.status().name().toLowerCase(Locale.ROOT))
                    .put("checked", outcome.checked())
                    .put("failing", outcome.failing())
                    .put("detail", outcome.detail());
        }
        return root.toPrettyString() + "\n";
    }
}
