package org.lintas.progress;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the stages in this process have done so far, for the eyes of whoever waits. Retries count again: nothing but the
 * progress line is made from these numbers.
 */
public final class Progress {

    public static final LongAdder FILES_READ = new LongAdder();
    public static final LongAdder BYTES_READ = new LongAdder();
    public static final LongAdder RECORDS_READ = new LongAdder();
    public static final LongAdder REJECTS = new LongAdder();
    public static final LongAdder ROWS_WRITTEN = new LongAdder();

    private Progress() {}

    /** As it stands. */
    public static Counts counts() {
        return new Counts(FILES_READ.sum(), BYTES_READ.sum(), RECORDS_READ.sum(), REJECTS.sum(), ROWS_WRITTEN.sum());
    }

    /** Starts from zero, before a run. */
    public static void reset() {
        FILES_READ.reset();
        BYTES_READ.reset();
        RECORDS_READ.reset();
        REJECTS.reset();
        ROWS_WRITTEN.reset();
    }
}
