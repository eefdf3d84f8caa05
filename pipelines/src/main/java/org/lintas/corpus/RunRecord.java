package org.lintas.corpus;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.lintas.dataset.Manifest;

/**
 * A run, as recorded in the manifest.
 *
 * @param id unique
 * @param took duration, independent of changes of the clock
 * @param options the flags that affect the output
 */
public record RunRecord(String id, Instant started, Duration took, Map<String, String> options) {

    /** Starts a run; calling the function ends it and returns its record. */
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

    /** The timings for the manifest. */
    public Manifest.Timings timings() {
        return new Manifest.Timings(started.toString(), finished().toString(), seconds());
    }
}
