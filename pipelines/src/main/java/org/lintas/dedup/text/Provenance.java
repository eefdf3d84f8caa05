package org.lintas.dedup.text;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.lintas.text.WebAddress;

/**
 * Where and when a text was published: this distinguishes an update of another text from a reprint.
 *
 * @param url address, null where not known
 * @param outlet who published it, see {@link #outlet}, null where not known
 * @param publishedAt null where not known
 */
public record Provenance(String url, String outlet, Instant publishedAt) implements Serializable {

    /** The provenance of a text of which nothing is known. */
    public static final Provenance UNKNOWN = new Provenance(null, null, null);

    /** Later, the same event is another report. */
    private static final Duration UPDATE = Duration.ofDays(30);

    private static final Duration CORRECTION = Duration.ofDays(3);
    private static final Duration DAY = Duration.ofDays(1);

    /** Who published a text: the site of its host, since several outlets are often pooled under one name; the name where there is no host. */
    public static String outlet(String host, String source) {
        return host == null ? source : WebAddress.site(host);
    }

    boolean sameUrl(Provenance other) {
        return url != null && url.equals(other.url);
    }

    boolean sameOutlet(Provenance other) {
        return sameUrl(other) || (outlet != null && outlet.equals(other.outlet));
    }

    /** Whether both are known to be published within a month. */
    boolean mayUpdate(Provenance other) {
        return within(other, UPDATE);
    }

    /**
     * Whether both are known to have been published within three days: time for a correction, not yet for next week's
     * report.
     */
    boolean soonAfter(Provenance other) {
        return within(other, CORRECTION);
    }

    /** Whether both are known to have been published within a day. */
    boolean sameDay(Provenance other) {
        return within(other, DAY);
    }

    /** Whether both are known to have been published more than a day apart. */
    boolean onOtherDays(Provenance other) {
        return publishedAt != null && other.publishedAt != null && !sameDay(other);
    }

    private boolean within(Provenance other, Duration time) {
        return publishedAt != null
                && other.publishedAt != null
                && Duration.between(other.publishedAt, publishedAt).abs().compareTo(time) <= 0;
    }
}
