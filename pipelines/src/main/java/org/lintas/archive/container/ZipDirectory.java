package org.lintas.archive.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lintas.storage.ByteSource;

/** The central directory of a ZIP, streamed and not held in memory (APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16). */
public final class ZipDirectory {

    private static final int END = 0x06054B50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR = 0x07064B50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64 = 0x06064B50;
    private static final int END_64_BYTES = 56;
    private static final int MAX_COMMENT = 0xFFFF;

    private final ByteSource source;
    private final long start;
    private final long records;
    /** Number of bytes before the start of the ZIP. */
    private final long prefix;

    /** Receives the entries. */
    public interface Visitor {
        void visit(ZipEntryHeader entry) throws IOException;
    }

    private ZipDirectory(ByteSource source, long start, long records, long prefix) {
        this.source = source;
        this.start = start;
        this.records = records;
        this.prefix = prefix;
    }

    /**
     * Finds the central directory of a ZIP.
     *
     * @throws IOException if it is missing or damaged
     */
    public static ZipDirectory find(ByteSource source) throws IOException {
        long length = source.length();
        long from = Math.max(0, length - END_BYTES - MAX_COMMENT - LOCATOR_BYTES);
        ByteBuffer tail;
        try (InputStream in = source.openAt(from)) {
            tail = little(in.readNBytes((int) (length - from)));
        }
        for (int at = tail.capacity() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_BYTES + (tail.getShort(at + 20) & 0xFFFF) <= tail.capacity()) {
                return at(source, from, tail, at);
            }
        }
        throw new IOException("no central directory");
    }

    private static ZipDirectory at(ByteSource source, long from, ByteBuffer tail, int at) throws IOException {
        long records = tail.getShort(at + 10) & 0xFFFF;
        long size = tail.getInt(at + 12) & 0xFFFF_FFFFL;
        long offset = tail.getInt(at + 16) & 0xFFFF_FFFFL;
        long end = from + at;
        if (at >= LOCATOR_BYTES && tail.getInt(at - LOCATOR_BYTES) == LOCATOR) {
            long end64 = tail.getLong(at - LOCATOR_BYTES + 8);
            try (InputStream in = source.openAt(Math.max(0, end64))) {
                ByteBuffer large = little(in.readNBytes(END_64_BYTES));
                if (large.capacity() < END_64_BYTES || large.getInt(0) != END_64) {
                    throw new IOException("a damaged end of the central directory");
                }
                records = large.getLong(32);
                size = large.getLong(40);
                offset = large.getLong(48);
                end = end64;
            }
        }
        if (size < 0 || size > end || offset < 0 || offset > end - size || records < 0) {
            throw new IOException("a central directory of " + records + " records and " + size + " bytes");
        }
        return new ZipDirectory(source, end - size, records, end - size - offset);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Offset of the local header of an entry in the file. */
    public long offset(ZipEntryHeader entry) {
        return entry.offset() + prefix;
    }

    /**
     * Visits all entries in order.
     *
     * @throws IOException if an entry is damaged, or there are fewer entries than declared
     */
    public void visit(Visitor visitor) throws IOException {
        try (InputStream in = new BufferedInputStream(source.openAt(start))) {
            for (long i = 0; i < records; i++) {
                visitor.visit(ZipEntryHeader.readCentral(in));
            }
        }
    }
}
