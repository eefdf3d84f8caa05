package org.lintas.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import org.lintas.record.ArticleReport;
import org.lintas.record.LookedUpReport;

/**
 * A report among those that have a key by which it is looked up. Two reports may meet at many keys: they are compared at the first that both have, in an
 * order that is the same for all reports, and a report is decoded only if there is one to compare it with.
 */
final class LookedUp {

    private final LookedUpReport encoded;

    /** The keys before the one at which it is, ascending. */
    private final long[] before;

    private Report report;

    LookedUp(long key, LookedUpReport encoded) {
        this.encoded = encoded;
        var keys = new long[encoded.getKeys().remaining() / Long.BYTES];
        encoded.getKeys().duplicate().asLongBuffer().get(keys);
        int at = 0;
        while (keys[at] != key) {
            at++;
        }
        before = Arrays.copyOf(keys, at);
        Arrays.sort(before);
    }

    /**
     * What is sent to each of the keys of a report.
     *
     * @param keys as {@link Keys#lookups} gives them
     */
    static LookedUpReport encode(ArticleReport report, Collection<Long> keys) {
        var bytes = ByteBuffer.allocate(keys.size() * Long.BYTES);
        keys.forEach(bytes::putLong);
        try {
            return new LookedUpReport(bytes.flip(), report.toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether two reports at one key meet at another one before it. */
    boolean metBefore(LookedUp other) {
        int i = 0;
        int j = 0;
        while (i < before.length && j < other.before.length) {
            if (before[i] == other.before[j]) {
                return true;
            }
            if (before[i] < other.before[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    Report report() {
        if (report == null) {
            try {
                report = new Report(ArticleReport.fromByteBuffer(encoded.getReport()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return report;
    }
}
