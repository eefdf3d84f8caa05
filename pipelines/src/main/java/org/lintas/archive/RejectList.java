package org.lintas.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/**
 * The rejects of a file, or of the part of one that a worker reads. The first ones are rows; those behind them are counted by
 * reason, and of each reason the first is a row that says how many follow.
 */
final class RejectList {

    /** So many rejects are rows, whatever their reasons. */
    static final int LISTED = 10_000;

    private final Map<RejectReason, Reject> firstUnlisted = new EnumMap<>(RejectReason.class);
    private final Map<RejectReason, Long> unlisted = new EnumMap<>(RejectReason.class);
    private long count;

    /** Takes the next reject; true if it is a row as it stands. */
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

    /** How many rejects there were. */
    long count() {
        return count;
    }

    /** How many of them have no row, by reason. */
    Map<String, Long> unlisted() {
        Map<String, Long> byReason = new TreeMap<>();
        unlisted.forEach((reason, n) -> byReason.put(reason.name(), n));
        return byReason;
    }

    /** The rows for those behind the first, one a reason. */
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
