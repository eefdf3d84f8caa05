package org.lintas.archive.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A view of a stream that slides forward: bytes ahead of its start can be looked at as often as needed. It holds as much as
 * has been looked at, which is for its user to bound. Where the stream fails, the window ends there, and tells why.
 */
public final class ByteWindow {

    private static final int STEP = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[2 * STEP];
    private int start;
    private int end;
    private long position;
    private boolean ended;
    private IOException failure;

    /**
     * A window on a stream.
     *
     * @param position where in the file the stream starts
     */
    public ByteWindow(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /** Where in the file the window starts. */
    public long position() {
        return position;
    }

    /** A byte ahead of the start, 0 to 255; -1 behind the end of the stream. */
    public int at(int ahead) {
        while (end - start <= ahead) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[start + ahead] & 0xFF;
    }

    /** Bytes ahead of the start, which must have been looked at. */
    public byte[] copy(int from, int to) {
        return Arrays.copyOfRange(buffer, start + from, start + to);
    }

    /** Slides over bytes that have been looked at. */
    public void advance(int bytes) {
        start += bytes;
        position += bytes;
    }

    /** Why the stream ended before its time; null if it did not, or not yet. */
    public IOException failure() {
        return failure;
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        if (start > 0 && (start >= STEP || end == buffer.length)) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (buffer.length - end < STEP) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(buffer.length * 2L, Integer.MAX_VALUE - 8));
        }
        int n = -1;
        try {
            n = in.read(buffer, end, buffer.length - end);
        } catch (IOException e) {
            failure = e;
        }
        ended = n <= 0;
        end += Math.max(0, n);
        return !ended;
    }

    /** The bytes from the start on as a stream, over which the window slides; where they fail, it fails. */
    public InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int n = 0;
                for (int b; n < Math.min(length, STEP) && (b = at(n)) >= 0; n++) {
                    bytes[offset + n] = (byte) b;
                }
                advance(n);
                if (n == 0 && failure != null) {
                    throw failure;
                }
                return n == 0 && length > 0 ? -1 : n;
            }
        };
    }
}
