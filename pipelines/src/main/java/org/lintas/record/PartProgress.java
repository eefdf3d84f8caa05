package org.lintas.record;

/** Counters of one part of an archive file while it is read. One thread updates them, others read them. */
public final class PartProgress {

    private final long length;
    private long files;
    private long bytes;
    private long records;
    private long skipped;
    private long rejects;

    /**
     * Creates counters that are zero.
     *
     * @param length of the part in bytes
     */
    PartProgress(long length) {
        this.length = length;
    }

    /**
     * Adds bytes that have been read. The sum is limited to the length, since readers may reread bytes or read beyond
     * the end of the part.
     */
    public synchronized void bytes(long read) {
        bytes = Math.min(length, bytes + read);
    }

    /** Counts a record that is a document or damaged. */
    public synchronized void record() {
        records++;
    }

    /** Counts a record that is not a document. */
    public synchronized void skip() {
        records++;
        skipped++;
    }

    synchronized void reject() {
        rejects++;
    }

    /**
     * Marks the part as read to its end.
     *
     * @param isLast whether it is the last one of its file
     */
    public synchronized void end(boolean isLast) {
        bytes = length;
        files = isLast ? 1 : 0;
    }

    synchronized PartCounts counts() {
        return new PartCounts(files, bytes, records, skipped, rejects);
    }
}
