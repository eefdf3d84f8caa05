package org.lintas.archive.bytes;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.lintas.storage.ByteSource;
import org.tukaani.xz.XZInputStream;

/** Compression of a whole file, detected by its first bytes. */
public enum Compression {
    NONE,
    GZIP,
    ZSTD,
    BZIP2,
    XZ;

    /** Number of bytes needed to detect the compression. */
    public static final int MAGIC_BYTES = 6;

    private static final int BUFFER = 1 << 16;

    /** Memory limit for xz streams: one created by {@code xz -9} needs 65 MiB for its dictionary. */
    private static final int MAX_XZ_KIB = 72 << 10;

    /** Magic numbers of unsupported compressions. */
    private static final Map<String, int[]> UNREAD = Map.of(
            "compress (.Z)", new int[] {0x1F, 0x9D},
            "LZMA (.lzma)", new int[] {0x5D, 0, 0},
            "lzip", new int[] {'L', 'Z', 'I', 'P', 1},
            "lzop", new int[] {0x89, 'L', 'Z', 'O', 0},
            "LZ4", new int[] {0x04, 0x22, 0x4D, 0x18},
            "the old format of LZ4", new int[] {0x02, 0x21, 0x4C, 0x18},
            "snappy", new int[] {0xFF, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'},
            "7-Zip", new int[] {'7', 'z', 0xBC, 0xAF, 0x27, 0x1C},
            "RAR", new int[] {'R', 'a', 'r', '!', 0x1A, 7});

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
        if (startsWith(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        return NONE;
    }

    /** The unsupported compression of a file; empty if it is supported or not compressed. */
    public static Optional<String> unread(byte[] head) {
        return UNREAD.entrySet().stream()
                .filter(known -> startsWith(head, known.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The compression of a file. */
    public static Compression of(ByteSource source) throws IOException {
        try (InputStream in = source.openAt(0)) {
            return of(in.readNBytes(MAGIC_BYTES));
        }
    }

    /** Opens the decompressed bytes of a file; they are counted against a budget. */
    public static InputStream open(ByteSource source, Budget budget) throws IOException {
        Compression compression = of(source);
        InputStream in = compression.decompress(source.openAt(0));
        return compression == NONE ? in : budget.bounded(in);
    }

    /**
     * Decompresses a stream, including all members of a multi-member file. If the input is cut off, bulk reads return
     * the bytes before the cut and fail after that.
     */
    public InputStream decompress(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, BUFFER);
        return switch (this) {
            case NONE -> buffered;
            case GZIP -> new GzipStream(new PeekingStream(buffered));
            case ZSTD -> new ZstdInputStream(buffered);
            case BZIP2 -> new SalvagingStream(new BZip2CompressorInputStream(buffered, true));
            case XZ -> new XZInputStream(buffered, MAX_XZ_KIB);
        };
    }

    /** Implements {@link #available} by peeking, since GZIPInputStream uses it to detect another member. */
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

    /** Returns the bytes before a failure, and throws the failure at the next read. */
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
