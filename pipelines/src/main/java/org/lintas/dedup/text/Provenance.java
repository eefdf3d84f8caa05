package org.lintas.dedup.text;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Where and when a text was published: this distinguishes an update of another text from a reprint.
 *
 * @param url address, null where not known
 * @param outlet outlet or host, null where not known
 * @param publishedAt null where not known
 */
public record Provenance(String url, String outlet, Instant publishedAt) implements Serializable {

    /** The provenance of a text of which nothing is known. */
    public static final Provenance UNKNOWN = new Provenance(null, null, null);

    private static final Duration CORRECTION = Duration.ofDays(3);

    boolean sameUrl(Provenance other) {
        return url != null && url.equals(other.url);
    }

    boolean sameOutlet(Provenance other) {
        return sameUrl(other) || (outlet != null && outlet.equals(other.outlet));
    }

    /**
     * Whether both are known to have been published within three days: time for a correction, not yet for next week's
     * report.
     */
    boolean soonAfter(Provenance other) {
        return publishedAt != null
                && other.publishedAt != null
                && Duration.between(other.publishedAt, publishedAt).abs().compareTo(CORRECTION) <= 0;
    }
}
