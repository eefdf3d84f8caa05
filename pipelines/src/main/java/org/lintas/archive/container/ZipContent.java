package org.lintas.archive.container;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.lintas.archive.bytes.Budget;
import org.lintas.storage.ByteSource;

/** The decompressed bytes of a file in a ZIP, counted against a budget; size and CRC are verified at the end. */
public final class ZipContent extends FilterInputStream {

    private final ZipEntryHeader entry;
    private final CRC32 crc = new CRC32();
    private long length;

    private ZipContent(InputStream in, ZipEntryHeader entry) {
        super(in);
        this.entry = entry;
    }

    /** Whether a file is not encrypted and its compression is supported. */
    public static boolean isReadable(ZipEntryHeader entry) {
        return !entry.isEncrypted()
                && switch (entry.method()) {
                    case 0, 8, 9, 12, 93 -> true;
                    default -> false;
                };
    }

    /**
     * Opens a file.
     *
     * @param data offset of its compressed bytes in the ZIP
     */
    public static InputStream open(ByteSource source, long data, ZipEntryHeader entry, Budget budget)
            throws IOException {
        InputStream in = BoundedInputStream.builder()
                .setInputStream(new BufferedInputStream(source.openAt(data)))
                .setMaxCount(entry.compressedSize())
                .get();
        InputStream content = switch (entry.method()) {
            case 8 -> new RawInflater(in);
            case 9 -> new Deflate64CompressorInputStream(in);
            case 12 -> new BZip2CompressorInputStream(in);
            case 93 -> new ZstdInputStreamNoFinalizer(in);
            default -> in;
        };
        return new ZipContent(budget.bounded(content), entry);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int n = in.read(bytes, offset, count);
        if (n > 0) {
            crc.update(bytes, offset, n);
            length += n;
        } else if (n < 0) {
            check();
        }
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        // Skipped bytes are part of the check sum.
        return Math.max(0, read(new byte[(int) Math.min(count, 1 << 16)]));
    }

    private void check() throws IOException {
        if (length < entry.size()) {
            throw new EOFException("a file of " + length + " bytes that should have " + entry.size());
        }
        if (length > entry.size() || crc.getValue() != entry.crc()) {
            throw new IOException("a file whose check sum does not match");
        }
    }

    /** Inflates raw deflate data; releases the native memory on close. */
    private static final class RawInflater extends InflaterInputStream {

        RawInflater(InputStream in) {
            super(in, new Inflater(true), 1 << 13);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
