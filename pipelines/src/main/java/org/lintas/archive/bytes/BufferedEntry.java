package org.lintas.archive.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lintas.storage.ByteSource;

/**
 * An entry of an archive, or its first bytes, in memory. If reading the entry failed, streams throw the failure after
 * the bytes.
 */
public final class BufferedEntry implements ByteSource {

    private final byte[] bytes;
    private final IOException failure;

    private BufferedEntry(byte[] bytes, IOException failure) {
        this.bytes = bytes;
        this.failure = failure;
    }

    /** Reads up to a number of bytes. */
    public static BufferedEntry of(InputStream in, int maxBytes) {
        var held = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        try {
            int n;
            while (held.size() < maxBytes
                    && (n = in.read(buffer, 0, Math.min(buffer.length, maxBytes - held.size()))) >= 0) {
                held.write(buffer, 0, n);
            }
        } catch (IOException e) {
            return new BufferedEntry(held.toByteArray(), e);
        }
        return new BufferedEntry(held.toByteArray(), null);
    }

    /** The bytes that were read. */
    public byte[] bytes() {
        return bytes;
    }

    /** The failure of reading; null if there was none. */
    public IOException failure() {
        return failure;
    }

    @Override
    public InputStream openAt(long offset) {
        int from = (int) Math.min(offset, bytes.length);
        var in = new ByteArrayInputStream(bytes, from, bytes.length - from);
        return failure == null ? in : new FailingStream(in);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private final class FailingStream extends FilterInputStream {

        FailingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b < 0) {
                throw failure;
            }
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n < 0) {
                throw failure;
            }
            return n;
        }
    }
}
