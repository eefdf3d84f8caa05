package org.lintas.archive.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Limits the decompressed bytes and the number of records of an archive file, including nested archives. A file that
 * exceeds the limit is a decompression bomb, and reading stops.
 */
public final class Budget {

    /**
     * Maximum ratio of decompressed to stored bytes. Pages and tables compress by a factor of 50 at most, and a reader
     * may read a file more than once.
     */
    private static final long RATIO = 500;

    private static final long FREE_BYTES = 64L << 20;

    /** Cost of a record in addition to its bytes; limits records to about one per stored byte. */
    private static final long RECORD_BYTES = 512;

    private final long length;
    private final long limit;
    private long taken;

    /**
     * Creates a budget for a file.
     *
     * @param length of the file as it is stored, in bytes
     */
    public Budget(long length) {
        this.length = length;
        this.limit = FREE_BYTES + RATIO * length;
    }

    private void take(long bytes) {
        taken += bytes;
    }

    /** Counts a record. */
    public void takeRecord() {
        taken += RECORD_BYTES;
    }

    /** Whether the limit is exceeded. */
    public boolean isExceeded() {
        return taken > limit;
    }

    /** The detail of the reject for a file that exceeds its budget. */
    public String excess() {
        return "a bomb: " + length + " bytes come to more than " + limit + ", where a record counts for " + RECORD_BYTES
                + "; what is left is not read";
    }

    /**
     * Counts decompressed bytes before memory is allocated for them.
     *
     * @throws IOException if the limit is exceeded
     */
    public void takeChecked(long bytes) throws IOException {
        take(bytes);
        check();
    }

    private void check() throws IOException {
        if (isExceeded()) {
            throw new IOException(excess());
        }
    }

    /**
     * Wraps a decompressed stream: its bytes are counted as they are read, and reading fails if the limit is exceeded.
     */
    public InputStream bounded(InputStream decompressed) {
        return new Bounded(decompressed);
    }

    /**
     * Checks the limit only at multiples of a step, and never reads across one, so that the records read before the
     * limit do not depend on the chunks that the storage returns.
     */
    private final class Bounded extends FilterInputStream {
        private static final int STEP = 1 << 16;

        private int untilCheck;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (untilCheck == 0) {
                check();
                untilCheck = STEP;
            }
            int n = in.read(bytes, offset, Math.min(count, untilCheck));
            if (n > 0) {
                take(n);
                untilCheck -= n;
            }
            return n;
        }

        @Override
        public long skip(long count) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(count, STEP)]));
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
