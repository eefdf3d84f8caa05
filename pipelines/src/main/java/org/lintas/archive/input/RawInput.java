package org.lintas.archive.input;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.lintas.storage.ByteSource;

/** The compressed bytes of a file from an offset on, with position and lookahead. */
public final class RawInput implements Closeable {

    private final InputStream in;
    /**
     * Number of bytes that contain the header of a member's first record, even if a whole zstd block must be decoded.
     */
    private static final int AHEAD = 160 << 10;

    private static final int BUFFER = 32 << 10;

    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long position;

    public RawInput(ByteSource source, long from) throws IOException {
        this.in = source.openAt(from);
        this.position = from;
    }

    /** Offset of the next byte in the file. */
    public long position() {
        return position;
    }

    /** A byte ahead without consuming it; -1 beyond the end. */
    public int peek(int ahead) throws IOException {
        while (end - start <= ahead) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[start + ahead] & 0xFF;
    }

    /** Reads the next byte. */
    public int read() throws IOException {
        int b = peek(0);
        if (b < 0) {
            throw new EOFException("the file ends inside a compressed member");
        }
        consume(1);
        return b;
    }

    /** Reads a little-endian number. */
    public long readLittleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) read() << (8 * i);
        }
        return value;
    }

    /** Skips bytes. */
    public void skip(long bytes) throws IOException {
        for (long i = 0; i < bytes; i++) {
            read();
        }
    }

    /** Reads at least one and at most the given number of bytes. */
    public int read(byte[] into, int offset, int length) throws IOException {
        peek(0);
        int n = Math.min(length, end - start);
        if (n == 0) {
            throw new EOFException("the file ends inside a compressed member");
        }
        System.arraycopy(buffer, start, into, offset, n);
        consume(n);
        return n;
    }

    /** Pushes back the bytes that were read last. */
    public void unread(int bytes) {
        start -= bytes;
        position -= bytes;
    }

    /** Whether the next bytes look like the start of a gzip member or a zstd frame without reserved flags. */
    public boolean startsLikeMember() throws IOException {
        int first = peek(0);
        if (first == 0x1F) {
            return peek(1) == 0x8B && peek(2) == 8 && (peek(3) & 0xE0) == 0;
        }
        return first == 0x28 && peek(1) == 0xB5 && peek(2) == 0x2F && peek(3) == 0xFD && (peek(4) & 0x08) == 0;
    }

    /** The next bytes without consuming them: enough to decode the start of a member. Valid until the next call. */
    public InputStream ahead() throws IOException {
        if (buffer.length < 2 * AHEAD) {
            buffer = Arrays.copyOf(buffer, 2 * AHEAD);
        }
        peek(AHEAD - 1);
        return new ByteArrayInputStream(buffer, start, Math.min(end - start, AHEAD));
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int n = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, n);
        return n > 0;
    }

    private void consume(int bytes) {
        start += bytes;
        position += bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
