package org.lintas.run;

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

    /** How long it took. */
    public double seconds() {
        return Duration.between(started, finished).toMillis() / 1_000.0;
    }
}
