package org.lintas.archive.bytes;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A fixed number of bytes of a stream; fails if the stream ends earlier. */
public final class FixedLengthStream extends FilterInputStream {

    private long remaining;

    /** Wraps the next bytes of a stream. */
    public FixedLengthStream(InputStream in, long length) {
        super(in);
        this.remaining = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (remaining == 0) {
            return -1;
        }
        int n = in.read(bytes, offset, (int) Math.min(count, remaining));
        if (n < 0) {
            throw new EOFException(remaining + " bytes before the end of a file");
        }
        remaining -= n;
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        long n = in.skip(Math.min(count, remaining));
        remaining -= n;
        return n;
    }
}
