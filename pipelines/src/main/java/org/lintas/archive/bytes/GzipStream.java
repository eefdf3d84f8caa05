package org.lintas.archive.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses all members of a gzip file without recursion: GZIPInputStream overflows the stack on a million empty
 * members.
 */
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
            // The superclass calls this method recursively for each member. Return, and continue in the loop below.
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
