package org.lintas.record;

/** Counts while a part of an archive file is read: one thread reads, others look. */
public final class PartProgress {

    private final long length;
    private long files;
    private long bytes;
    private long records;
    private long skipped;
    private long rejects;

    /**
     * Nothing has been read.
     *
     * @param length of the part in bytes
     */
    PartProgress(long length) {
        this.length = length;
    }

    /** Bytes have been read; readers may read some of them again, or look beyond the end of the part. */
    public synchronized void bytes(long read) {
        bytes = Math.min(length, bytes + read);
    }

    /** A record has been read that is a document or damaged. */
    public synchronized void record() {
        records++;
    }

    /** A record has been read that is no document. */
    public synchronized void skip() {
        records++;
        skipped++;
    }

    synchronized void reject() {
        rejects++;
    }

    /**
     * The part has been read to its end.
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
