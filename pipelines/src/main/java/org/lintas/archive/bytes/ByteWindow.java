package org.lintas.archive.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A sliding window over a stream with unlimited lookahead. It buffers all bytes up to the furthest lookahead, which the
 * caller must limit. If the stream fails, the window ends there and keeps the cause.
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
     * Creates a window at the start of a stream.
     *
     * @param position offset of the stream in the file
     */
    public ByteWindow(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /** Offset of the window in the file. */
    public long position() {
        return position;
    }

    /** The byte at a distance from the start of the window, 0 to 255; -1 beyond the end of the stream. */
    public int at(int ahead) {
        while (end - start <= ahead) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[start + ahead] & 0xFF;
    }

    /** Copies bytes of the window; they must have been accessed by {@link #at} before. */
    public byte[] copy(int from, int to) {
        return Arrays.copyOfRange(buffer, start + from, start + to);
    }

    /** Moves the window forward over bytes that have been accessed. */
    public void advance(int bytes) {
        start += bytes;
        position += bytes;
    }

    /** The cause if the stream has failed, else null. */
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

    /** A stream of the bytes from the start of the window; reading it moves the window. */
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
