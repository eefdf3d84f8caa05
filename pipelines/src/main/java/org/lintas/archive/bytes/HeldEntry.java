package org.lintas.archive.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lintas.storage.ByteSource;

/** The start of a file inside an archive, or all of it; where it could not be read further, the failure follows the bytes. */
public final class HeldEntry implements ByteSource {

    private final byte[] bytes;
    private final IOException failure;

    private HeldEntry(byte[] bytes, IOException failure) {
        this.bytes = bytes;
        this.failure = failure;
    }

    /** Reads up to so many bytes. */
    public static HeldEntry of(InputStream in, int maxBytes) {
        var held = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        try {
            int n;
            while (held.size() < maxBytes
                    && (n = in.read(buffer, 0, Math.min(buffer.length, maxBytes - held.size()))) >= 0) {
                held.write(buffer, 0, n);
            }
        } catch (IOException e) {
            return new HeldEntry(held.toByteArray(), e);
        }
        return new HeldEntry(held.toByteArray(), null);
    }

    /** What could be read. */
    public byte[] bytes() {
        return bytes;
    }

    /** Why no more could be read; null if all could. */
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
