package org.lintas.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A run, for its manifest.
 *
 * @param id unique
 * @param took how long it took, whatever the clock of the machine was set to meanwhile
 * @param options the flags that shape the output
 */
public record RunRecord(String id, Instant started, Duration took, Map<String, String> options) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One that has begun, and ends when its record is asked for. */
    public static Function<Map<String, String>, RunRecord> begin() {
        Instant started = Instant.now();
        long begin = System.nanoTime();
        return options -> new RunRecord(
                UUID.randomUUID().toString(), started, Duration.ofNanos(System.nanoTime() - begin), options);
    }

    public double seconds() {
        return took.toMillis() / 1_000.0;
    }

    Instant finished() {
        return started.plus(took);
    }

    /** How the manifest of a corpus begins. */
    public ObjectNode json(Map<String, String> versions) {
        ObjectNode root = JSON.createObjectNode();
        root.put("run_id", id);
        root.set("versions", JSON.valueToTree(versions));
        root.set("options", JSON.valueToTree(options));
        root.putObject("timings")
                .put("started", started.toString())
                .put("finished", finished().toString())
                .put("seconds", seconds());
        return root;
    }
}
