package org.lintas.archive.table;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.lintas.archive.bytes.ByteWindow;
import org.xerial.snappy.Snappy;

/**
 * Reads the blocks of an Avro object container file (Avro 1.11 specification, "Object Container Files"). Sync markers
 * separate the blocks and are used to find the next one after damage.
 */
public final class AvroBlocks {

    /** Maximum size of a block; writers use some kilobytes up to a few megabytes. */
    private static final int MAX_BLOCK = 64 << 20;

    private static final int MAX_HEADER = 16 << 20;
    private static final int SYNC = 16;
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};

    private final ByteWindow in;
    private byte[] sync;
    private String codec;
    private int at;
    private long count;
    private byte[] data;

    /** Creates a reader at the start of a window. */
    public AvroBlocks(ByteWindow in) {
        this.in = in;
    }

    /** Whether bytes start with the magic of a container file. */
    public static boolean isMagic(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(head, MAGIC.length), MAGIC);
    }

    /**
     * Reads the header of the file.
     *
     * @return the schema, as JSON
     * @throws IOException if it is invalid or cannot be read
     */
    public String readHeader() throws IOException {
        in.at(MAGIC.length);
        if (in.at(MAGIC.length - 1) < 0 || !isMagic(in.copy(0, MAGIC.length))) {
            throw new IOException("not the header of an Avro file");
        }
        at = MAGIC.length;
        Map<String, byte[]> metadata = new HashMap<>();
        for (long items = readLong(); items != 0; items = readLong()) {
            if (items < 0) {
                readLong();
            }
            for (long i = 0; i < Math.abs(items); i++) {
                String key = new String(readBytes(readLong()), StandardCharsets.UTF_8);
                metadata.put(key, readBytes(readLong()));
            }
        }
        sync = readBytes(SYNC);
        in.advance(at);
        codec = metadata.containsKey("avro.codec")
                ? new String(metadata.get("avro.codec"), StandardCharsets.UTF_8)
                : "null";
        return new String(metadata.getOrDefault("avro.schema", new byte[0]), StandardCharsets.UTF_8);
    }

    /** The name of the compression codec. */
    public String codec() {
        return codec;
    }

    /** Whether the codec is supported. */
    public boolean isReadable() {
        return switch (codec) {
            case "null", "deflate", "snappy", "bzip2", "zstandard" -> true;
            default -> false;
        };
    }

    /** Whether the current offset is the end of the file. */
    public boolean isAtEnd() {
        return in.at(0) < 0;
    }

    /** The failure of the stream; null if there is none so far. */
    public IOException failure() {
        return in.failure();
    }

    /** Offset of the current block. */
    public long offset() {
        return in.position();
    }

    /**
     * Reads the block at the current offset, without moving past it.
     *
     * @throws IOException if there is no complete block
     */
    public void load() throws IOException {
        at = 0;
        count = readLong();
        long size = readLong();
        if (count < 0 || size < 0 || size > MAX_BLOCK) {
            throw new IOException("a block of " + count + " records and " + size + " bytes");
        }
        data = readBytes(size);
        if (!Arrays.equals(readBytes(SYNC), sync)) {
            throw new IOException("no sync marker behind the block");
        }
    }

    /** The declared number of records of the current block. */
    public long count() {
        return count;
    }

    /** The decompressed content of the current block. */
    public InputStream content() throws IOException {
        return switch (codec) {
            case "deflate" -> new InflaterInputStream(bytes(data.length), new Inflater(true));
            case "bzip2" -> new BZip2CompressorInputStream(bytes(data.length));
            case "zstandard" -> new ZstdInputStreamNoFinalizer(bytes(data.length));
            case "snappy" -> new ByteArrayInputStream(snappy());
            default -> bytes(data.length);
        };
    }

    private ByteArrayInputStream bytes(int length) {
        return new ByteArrayInputStream(data, 0, length);
    }

    /** Decompresses snappy data that are followed by the CRC-32 of the uncompressed data. */
    private byte[] snappy() throws IOException {
        int length = data.length - 4;
        if (length < 1 || Snappy.uncompressedLength(data, 0, length) > 2L * MAX_BLOCK) {
            throw new IOException("a snappy block of no likely length");
        }
        var content = new byte[Snappy.uncompressedLength(data, 0, length)];
        Snappy.uncompress(data, 0, length, content, 0);
        var crc = new CRC32();
        crc.update(content);
        long expected = 0;
        for (int i = 0; i < 4; i++) {
            expected = (expected << 8) | (data[length + i] & 0xFF);
        }
        if (crc.getValue() != expected) {
            throw new IOException("a snappy block whose check sum does not match");
        }
        return content;
    }

    /** Moves past the current block. */
    public void advance() {
        in.advance(at);
    }

    /** Moves past the next sync marker; returns false if there is none. */
    public boolean findNext() {
        while (in.at(SYNC - 1) >= 0) {
            if (in.at(0) == (sync[0] & 0xFF) && Arrays.equals(in.copy(0, SYNC), sync)) {
                in.advance(SYNC);
                return true;
            }
            in.advance(1);
        }
        return false;
    }

    private long readLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = in.at(at);
            if (b < 0) {
                throw cut();
            }
            at++;
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("a number of more than 64 bits");
    }

    private byte[] readBytes(long length) throws IOException {
        if (length < 0 || length > MAX_BLOCK || (sync == null && at + length > MAX_HEADER)) {
            throw new IOException("a length of " + length + " bytes");
        }
        if (length > 0 && in.at(at + (int) length - 1) < 0) {
            throw cut();
        }
        byte[] bytes = in.copy(at, at + (int) length);
        at += (int) length;
        return bytes;
    }

    private IOException cut() {
        return in.failure() != null ? in.failure() : new IOException("the file ends here");
    }
}
