package org.lintas.record;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the stages in this process have done so far, for the eyes of whoever waits: nothing but the progress line is made from these numbers.
 * Work that is done again after a fault takes the place of what was counted before, for it is counted by what is worked on: the part of an
 * archive file, the article, the file that is written.
 */
public final class Progress {

    /** Articles whose texts have been made ready to be compared. */
    public static final DistinctCount SIGNED = new DistinctCount();

    /** Articles that have their labels. */
    public static final DistinctCount LABELLED = new DistinctCount();

    /** Of more parts the oldest are added up, and would count again if they were read again. */
    static final int PARTS_KEPT = 4_096;

    private static final Map<String, PartProgress> PARTS = new LinkedHashMap<>();
    private static final Map<String, AtomicLong> ROWS = new LinkedHashMap<>();

    private static final ThreadLocal<PartProgress> READING = new ThreadLocal<>();

    /** Of this process only: parts that are not kept, and what belongs to no part. */
    private static final String REST = UUID.randomUUID().toString();

    private static PartCounts rest = PartCounts.NONE;

    private Progress() {}

    /**
     * The reading of a part of an archive file begins, in this thread; what was counted of it before counts no more.
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

    /** The thread reads no part any more. */
    public static void leave() {
        READING.remove();
    }

    /** A record is rejected by any stage; stages that follow the reading in its thread reject for the part that is read. */
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
     * A file of a corpus is written, from its beginning.
     *
     * @param path below the root of the corpus
     * @return counts its rows
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

    /** As it stands. */
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

    /** Starts from zero, before a run. */
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
