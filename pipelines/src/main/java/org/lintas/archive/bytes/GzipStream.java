package org.lintas.archive.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The bytes of a gzip file, all members; a million empty ones do not overflow the stack, as they do in Java's own stream. */
public final class GzipStream extends GZIPInputStream {

    private static final int BUFFER = 1 << 13;

    private boolean reading;
    private boolean nextMember;

    /** Reads the header of the first member. */
    public GzipStream(InputStream in) throws IOException {
        super(in, BUFFER);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (reading) {
            // Called by itself, once for each member that starts: it goes on from below instead.
            nextMember = true;
            return 0;
        }
        int n;
        do {
            nextMember = false;
            reading = true;
            try {
                n = super.read(bytes, offset, length);
            } finally {
                reading = false;
            }
        } while (nextMember);
        return n;
    }
}
