package org.lintas.archive.container;

import java.io.IOException;

/** How much the files inside an archive may decompress to, all levels together: archives that exceed it are bombs. */
public final class Budget {

    /** Pages and tables shrink to a fiftieth at best; a reader may read a file more than once. */
    private static final long RATIO = 500;

    private static final long FREE_BYTES = 64L << 20;

    private final long limit;
    private long taken;

    /**
     * A budget for an archive.
     *
     * @param length of the outermost archive, in bytes
     */
    public Budget(long length) {
        this.limit = FREE_BYTES + RATIO * length;
    }

    /**
     * Takes decompressed bytes.
     *
     * @throws IOException if there have been too many
     */
    public void take(long bytes) throws IOException {
        taken += bytes;
        if (isExceeded()) {
            throw new IOException("a bomb of more than " + limit + " bytes");
        }
    }

    /** Whether too much has been taken. */
    public boolean isExceeded() {
        return taken > limit;
    }
}
