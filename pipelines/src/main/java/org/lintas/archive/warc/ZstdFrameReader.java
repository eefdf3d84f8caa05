package org.lintas.archive.warc;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.input.RawInput;
import org.lintas.storage.ByteSource;

/**
 * Reads the frames of a zstd file (RFC 8878), with the dictionary in the first, skippable frame of a {@code .warc.zst}
 * file (IIPC, Zstandard compression of WARC files 1.0).
 */
final class ZstdFrameReader implements MemberReader {

    private static final long FRAME = 0xFD2FB528L;
    private static final long SKIPPABLE = 0x184D2A50L;
    private static final long DICTIONARY = 0x184D2A5DL;
    private static final int MAX_DICTIONARY = 16 << 20;

    private final RawInput raw;
    private final byte[] dictionary;
    private InputStream frame = InputStream.nullInputStream();
    private long start;

    /**
     * Creates a reader from an offset on.
     *
     * @param dictionary of the file; empty if it has none
     */
    ZstdFrameReader(ByteSource source, long from, byte[] dictionary) throws IOException {
        this.raw = new RawInput(source, from);
        this.start = from;
        this.dictionary = dictionary;
    }

    /** Reads the dictionary in the first frame of a file; empty if it has none. */
    static byte[] dictionary(ByteSource source) throws IOException {
        try (var head = new RawInput(source, 0)) {
            if (magic(head) != DICTIONARY) {
                return new byte[0];
            }
            head.skip(4);
            long length = head.readLittleEndian(4);
            if (length > MAX_DICTIONARY) {
                throw new ZipException("a zstd dictionary of " + length + " bytes, more than " + MAX_DICTIONARY);
            }
            var content = new byte[(int) length];
            for (int n = 0; n < content.length; ) {
                n += head.read(content, n, content.length - n);
            }
            return Compression.of(content) == Compression.ZSTD ? plain(content) : content;
        }
    }

    private static byte[] plain(byte[] compressed) throws IOException {
        try (var in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(compressed))) {
            byte[] content = in.readNBytes(MAX_DICTIONARY + 1);
            if (content.length > MAX_DICTIONARY) {
                throw new ZipException("a zstd dictionary of more than " + MAX_DICTIONARY + " bytes");
            }
            return content;
        }
    }

    @Override
    public boolean next() throws IOException {
        while ((magic(raw) & ~0xFL) == SKIPPABLE) {
            raw.skip(4);
            raw.skip(raw.readLittleEndian(4));
        }
        if (magic(raw) != FRAME) {
            return false;
        }
        frame.close();
        start = raw.position();
        var stream = new ZstdInputStreamNoFinalizer(new FrameBytes());
        if (dictionary.length > 0) {
            stream.setDict(dictionary);
        }
        frame = stream;
        return true;
    }

    /** The next four bytes without consuming them; -1 if there are fewer. */
    private static long magic(RawInput raw) throws IOException {
        if (raw.peek(3) < 0) {
            return -1;
        }
        return raw.peek(0) | (raw.peek(1) << 8) | (raw.peek(2) << 16) | ((long) raw.peek(3) << 24);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return frame.read(bytes, offset, length);
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
        frame.close();
        raw.close();
    }

    /** The compressed bytes of one frame: header, blocks, check sum (RFC 8878, section 3.1.1). */
    private final class FrameBytes extends InputStream {
        private static final int BLOCK_HEADER = 3;
        private static final int RLE_BLOCK = 1;

        private final boolean checkSum;
        private long piece;
        private boolean lastBlock;

        FrameBytes() throws IOException {
            int descriptor = raw.peek(4);
            boolean singleSegment = (descriptor & 0x20) != 0;
            checkSum = (descriptor & 4) != 0;
            int contentSize = new int[] {singleSegment ? 1 : 0, 2, 4, 8}[(descriptor >> 6) & 3];
            int dictionaryId = new int[] {0, 1, 2, 4}[descriptor & 3];
            piece = 4L + 1 + (singleSegment ? 0 : 1) + dictionaryId + contentSize;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (piece == 0 && !nextPiece()) {
                return -1;
            }
            int n = raw.read(bytes, offset, (int) Math.min(length, piece));
            piece -= n;
            return n;
        }

        private boolean nextPiece() throws IOException {
            if (lastBlock) {
                return false;
            }
            if (raw.peek(2) < 0) {
                throw new ZipException("the file ends inside a zstd frame");
            }
            int header = raw.peek(0) | (raw.peek(1) << 8) | (raw.peek(2) << 16);
            lastBlock = (header & 1) != 0;
            int content = ((header >> 1) & 3) == RLE_BLOCK ? 1 : header >> 3;
            piece = (long) BLOCK_HEADER + content + (lastBlock && checkSum ? 4 : 0);
            return true;
        }
    }
}
