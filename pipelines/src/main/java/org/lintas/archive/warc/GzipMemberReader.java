package org.lintas.archive.warc;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.lintas.archive.input.RawInput;
import org.lintas.storage.ByteSource;

/** Reads the members of a gzip file (RFC 1952). */
final class GzipMemberReader implements MemberReader {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

    private final RawInput raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[8192];
    private long start;
    private boolean open;

    GzipMemberReader(ByteSource source, long from) throws IOException {
        this.raw = new RawInput(source, from);
        this.start = from;
    }

    @Override
    public boolean next() throws IOException {
        if (raw.peek(0) != 0x1F || raw.peek(1) != 0x8B || raw.peek(2) != 8) {
            return false;
        }
        start = raw.position();
        raw.skip(3);
        int flags = raw.read();
        // Modification time, extra flags, operating system.
        raw.skip(6);
        if ((flags & EXTRA) != 0) {
            raw.skip(raw.readLittleEndian(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            raw.skip(2);
        }
        inflater.reset();
        crc.reset();
        open = true;
        return true;
    }

    private void skipText() throws IOException {
        while (raw.read() != 0) {
            // The text is terminated by a zero byte.
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (open) {
            int n = inflate(bytes, offset, length);
            if (n > 0) {
                crc.update(bytes, offset, n);
                return n;
            }
            if (inflater.finished()) {
                finish();
            } else if (inflater.needsInput()) {
                inflater.setInput(input, 0, raw.read(input, 0, input.length));
            } else {
                throw new ZipException("a gzip member that wants a dictionary");
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException("a damaged gzip member: " + e.getMessage());
        }
    }

    private void finish() throws IOException {
        raw.unread(inflater.getRemaining());
        boolean sameCrc = raw.readLittleEndian(4) == crc.getValue();
        boolean sameLength = raw.readLittleEndian(4) == (inflater.getBytesWritten() & UNSIGNED_INT);
        if (!sameCrc || !sameLength) {
            throw new ZipException("a gzip member whose check sum does not match");
        }
        open = false;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return raw.position();
    }

    @Override
    public boolean isAtEnd() throws IOException {
        return raw.peek(0) < 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        raw.close();
    }
}
