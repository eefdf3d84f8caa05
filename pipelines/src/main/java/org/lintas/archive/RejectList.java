package org.lintas.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/**
 * Limits the rejects of a file, or of the part that a worker reads. The first ones become rows; later ones are counted
 * by reason, and only the first of each reason becomes a row, which says how many more there are.
 */
final class RejectList {

    /** Maximum number of rejects that become rows unconditionally. */
    static final int LISTED = 10_000;

    private final Map<RejectReason, Reject> firstUnlisted = new EnumMap<>(RejectReason.class);
    private final Map<RejectReason, Long> unlisted = new EnumMap<>(RejectReason.class);
    private long count;

    /** Adds a reject; returns true if it is to be written as it is. */
    boolean add(Reject reject) {
        count++;
        if (count <= LISTED) {
            return true;
        }
        if (firstUnlisted.putIfAbsent(reject.getReason(), reject) != null) {
            unlisted.merge(reject.getReason(), 1L, Long::sum);
        }
        return false;
    }

    /** The number of rejects. */
    long count() {
        return count;
    }

    /** The number of rejects without a row, by reason. */
    Map<String, Long> unlisted() {
        Map<String, Long> byReason = new TreeMap<>();
        unlisted.forEach((reason, n) -> byReason.put(reason.name(), n));
        return byReason;
    }

    /** The rows for the rejects beyond the limit, one per reason. */
    List<Reject> rest() {
        var rest = new ArrayList<Reject>();
        firstUnlisted.forEach((reason, first) -> {
            long more = unlisted.getOrDefault(reason, 0L);
            String detail = more == 0
                    ? first.getDetail()
                    : first.getDetail() + "; and " + more + " more for this reason behind it, which have no rows";
            rest.add(Reject.newBuilder(first).setDetail(detail).build());
        });
        return rest;
    }
}
