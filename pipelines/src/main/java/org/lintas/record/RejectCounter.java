package org.lintas.record;

import java.util.Locale;
import org.apache.beam.sdk.metrics.Metrics;
import org.lintas.schemas.RejectReason;

/**
 * Counts rejects per stage in two metrics: {@code STAGE.rejects} and {@code STAGE.reason}, such as {@code
 * archive.invalid_json}.
 */
public final class RejectCounter {

    private RejectCounter() {}

    /**
     * Counts one reject.
     *
     * @param stage the stage that rejects
     */
    public static void count(String stage, RejectReason reason) {
        Metrics.counter(stage, stage + ".rejects").inc();
        Metrics.counter(stage, stage + "." + reason.name().toLowerCase(Locale.ROOT))
                .inc();
        Progress.reject();
    }
}
