package org.lintas.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.lintas.record.ArticleReport;
import org.lintas.record.LookedUpReport;

/**
 * A report at a key by which it is looked up. Two reports may meet at many keys: they are compared at the first by which both are looked up, in an order that
 * is the same for all reports, and a report is decoded only if there is one to compare it with.
 */
final class LookedUp {

    private final LookedUpReport encoded;

    /** The keys by which it is looked up before this one, ascending. */
    private final long[] before;

    private Report report;

    LookedUp(LookedUpReport encoded) {
        this.encoded = encoded;
        before = new long[encoded.getKeysBefore().remaining() / Long.BYTES];
        encoded.getKeysBefore().duplicate().asLongBuffer().get(before);
        Arrays.sort(before);
    }

    /**
     * What is sent to each of the keys of a report.
     *
     * @param keys as {@link Keys#lookups} gives them
     * @param action takes a key and what is sent to it
     */
    static void forEachKey(ArticleReport report, List<Long> keys, BiConsumer<Long, LookedUpReport> action) {
        if (keys.isEmpty()) {
            return;
        }
        var all = ByteBuffer.allocate(keys.size() * Long.BYTES);
        keys.forEach(all::putLong);
        ByteBuffer encoded = encode(report);
        for (int i = 0; i < keys.size(); i++) {
            action.accept(
                    keys.get(i), new LookedUpReport(all.duplicate().position(0).limit(i * Long.BYTES), encoded));
        }
    }

    private static ByteBuffer encode(ArticleReport report) {
        try {
            return report.toByteBuffer();
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
