package org.lintas.record;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Progress of the stages in this process. The numbers are only used for the progress line. Counts are kept per work
 * item (part of an archive file, article, written file), so that an item that is retried after a fault replaces its
 * earlier count instead of adding to it.
 */
public final class Progress {

    /** Articles whose signatures for deduplication have been computed. */
    public static final DistinctCount SIGNED = new DistinctCount();

    /** Articles that have been labelled. */
    public static final DistinctCount LABELLED = new DistinctCount();

    /**
     * Maximum number of parts counted separately. The oldest ones beyond it are summed up; reading one of them again
     * would count it twice.
     */
    static final int PARTS_KEPT = 4_096;

    private static final Map<String, PartProgress> PARTS = new LinkedHashMap<>();
    private static final Map<String, AtomicLong> ROWS = new LinkedHashMap<>();

    private static final ThreadLocal<PartProgress> READING = new ThreadLocal<>();

    /** Key of this process for counts of parts that are no longer kept and for rejects that belong to no part. */
    private static final String REST = UUID.randomUUID().toString();

    private static PartCounts rest = PartCounts.NONE;

    private Progress() {}

    /**
     * Starts reading a part of an archive file in this thread; earlier counts of the same part are discarded.
     *
     * @param from where the part begins in the file
     * @param length of the part, in bytes
     */
    public static PartProgress begin(String path, long from, long length) {
        var part = new PartProgress(length);
        READING.set(part);
        synchronized (PARTS) {
            String key = key(path, from);
            PARTS.remove(key);
            PARTS.put(key, part);
            if (PARTS.size() > PARTS_KEPT) {
                String oldest = PARTS.keySet().iterator().next();
                rest = rest.plus(PARTS.remove(oldest).counts());
            }
        }
        return part;
    }

    /** Ends reading of the part in this thread. */
    public static void leave() {
        READING.remove();
    }

    /** Counts a reject of any stage. It belongs to the part that the current thread reads, if any. */
    public static void reject() {
        PartProgress part = READING.get();
        if (part != null) {
            part.reject();
        } else {
            synchronized (PARTS) {
                rest = rest.plus(new PartCounts(0, 0, 0, 0, 1));
            }
        }
    }

    /**
     * Starts writing a file of a corpus from its beginning.
     *
     * @param path below the root of the corpus
     * @return the counter of its rows
     */
    public static AtomicLong write(String path) {
        var rows = new AtomicLong();
        synchronized (ROWS) {
            ROWS.put(path, rows);
        }
        return rows;
    }

    private static String key(String path, long from) {
        return UUID.nameUUIDFromBytes((from + " " + path).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The current state. */
    public static Snapshot snapshot() {
        Map<String, PartCounts> parts = new LinkedHashMap<>();
        synchronized (PARTS) {
            PARTS.forEach((key, part) -> parts.put(key, part.counts()));
            parts.put(REST, rest);
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        synchronized (ROWS) {
            ROWS.forEach((path, count) -> rows.put(path, count.get()));
        }
        return new Snapshot(parts, rows, SIGNED.with(new DistinctCount()), LABELLED.with(new DistinctCount()));
    }

    /** Resets all counters before a run. */
    public static void reset() {
        synchronized (PARTS) {
            PARTS.clear();
            rest = PartCounts.NONE;
        }
        synchronized (ROWS) {
            ROWS.clear();
        }
        SIGNED.reset();
        LABELLED.reset();
    }
}
