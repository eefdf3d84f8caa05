package org.lintas.archive.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What an archive file may come to: decompressed bytes, of archives inside it as well, and records. A file that comes to more
 * is a bomb, and read no further.
 */
public final class Budget {

    /** Pages and tables shrink to a fiftieth at best; a reader may read a file more than once. */
    private static final long RATIO = 500;

    private static final long FREE_BYTES = 64L << 20;

    /** What a record counts for beside its bytes: no more than one record may come of a compressed byte. */
    private static final long RECORD_BYTES = 512;

    private final long length;
    private final long limit;
    private long taken;

    /**
     * A budget for a file.
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

    /** Takes a record. */
    public void takeRecord() {
        taken += RECORD_BYTES;
    }

    /** Whether too much has been taken. */
    public boolean isExceeded() {
        return taken > limit;
    }

    /** What to say of a file that has exceeded its budget. */
    public String excess() {
        return "a bomb: " + length + " bytes come to more than " + limit + ", where a record counts for " + RECORD_BYTES
                + "; what is left is not read";
    }

    /**
     * Takes decompressed bytes, before room is made for them.
     *
     * @throws IOException if too much has been taken
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

    /** Decompressed bytes that are taken from the budget as they are read; where it is exceeded, reading fails. */
    public InputStream bounded(InputStream decompressed) {
        return new Bounded(decompressed);
    }

    /**
     * Looks at the budget at every multiple of a step only, and reads no further ahead than that: so the records that were read
     * before do not depend on the pieces in which a storage hands out the bytes.
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
