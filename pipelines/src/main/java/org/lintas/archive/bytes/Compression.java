package org.lintas.archive.bytes;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.lintas.storage.ByteSource;

/** Compressions of a whole file, told by its first bytes. */
public enum Compression {
    NONE,
    GZIP,
    ZSTD,
    BZIP2;

    /** So many bytes tell the compression. */
    private static final int MAGIC_BYTES = 4;

    private static final int BUFFER = 1 << 16;

    /** The compression whose magic number the bytes start with. */
    public static Compression of(byte[] head) {
        if (startsWith(head, 0x1F, 0x8B)) {
            return GZIP;
        }
        boolean dictionaryFirst = startsWith(head, 0x5D, 0x2A, 0x4D, 0x18);
        if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD) || dictionaryFirst) {
            return ZSTD;
        }
        if (startsWith(head, 'B', 'Z', 'h')) {
            return BZIP2;
        }
        return NONE;
    }

    /** The compression of a file. */
    public static Compression of(ByteSource source) throws IOException {
        try (InputStream in = source.openAt(0)) {
            return of(in.readNBytes(MAGIC_BYTES));
        }
    }

    /**
     * The decompressed stream; all members of a file with several. Where the input is cut off, a bulk read first gives what
     * lies before the cut and fails only then.
     */
    public InputStream decompress(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, BUFFER);
        return switch (this) {
            case NONE -> buffered;
            case GZIP -> new GZIPInputStream(new PeekingStream(buffered), BUFFER);
            case ZSTD -> new ZstdInputStream(buffered);
            case BZIP2 -> new SalvagingStream(new BZip2CompressorInputStream(buffered, true));
        };
    }

    /** Tells by a look ahead whether there is more: GZIPInputStream asks it after each member. */
    private static final class PeekingStream extends PushbackInputStream {

        PeekingStream(InputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return Math.max(1, super.available());
        }
    }

    /** Gives the bytes before a failure, and the failure with the next read. */
    private static final class SalvagingStream extends FilterInputStream {
        private IOException failure;

        SalvagingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (failure != null) {
                throw failure;
            }
            int n = 0;
            try {
                for (int b; n < length && (b = in.read()) >= 0; n++) {
                    bytes[offset + n] = (byte) b;
                }
            } catch (IOException e) {
                failure = e;
                if (n == 0) {
                    throw e;
                }
            }
            return n == 0 && length > 0 ? -1 : n;
        }
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
