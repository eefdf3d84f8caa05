package org.lintas.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A run, for its manifest.
 *
 * @param id unique
 * @param options the flags that shape the output
 */
public record RunRecord(String id, Instant started, Instant finished, Map<String, String> options) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How long it took. */
    public double seconds() {
        return Duration.between(started, finished).toMillis() / 1_000.0;
    }

    /** How the manifest of a corpus begins. */
    ObjectNode json(Map<String, String> versions) {
        ObjectNode root = JSON.createObjectNode();
        root.put("run_id", id);
        root.set("versions", JSON.valueToTree(versions));
        root.set("options", JSON.valueToTree(options));
        root.putObject("timings")
                .put("started", started.toString())
                .put("finished", finished.toString())
                .put("seconds", seconds());
        return root;
    }
}
