package org.lintas.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.record.Packer;

/**
 * Collects rows into compressed blocks by the file that they go to, so that a shuffle has few large elements instead of many small ones. A block
 * is the number of its rows, then the rows in Avro's binary encoding, compressed; {@link BlockSink} reads it. Memory: about {@value #LIMIT} bytes,
 * and one row.
 */
final class RowBlocks implements AutoCloseable {

    private static final int LIMIT = 8 << 20;

    /** Bytes of a block before compression, unless a row is larger. */
    private static final int BLOCK = 128 << 10;

    private final Packer packer = new Packer();
    private final Map<String, Block> blocks = new HashMap<>();
    private final Map<Class<?>, SpecificDatumWriter<SpecificRecord>> writers = new HashMap<>();
    private BinaryEncoder encoder;
    private long size;

    /**
     * Adds a row.
     *
     * @param file path of its file, below the root
     * @param full receives file and block when a block is full
     */
    void add(String file, SpecificRecord row, BiConsumer<String, byte[]> full) {
        Block block = blocks.computeIfAbsent(file, any -> new Block());
        int before = block.size();
        try {
            encoder = EncoderFactory.get().directBinaryEncoder(block, encoder);
            writers.computeIfAbsent(row.getClass(), any -> new SpecificDatumWriter<>(row.getSchema()))
                    .write(row, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        block.rows++;
        size += block.size() - before;
        if (block.size() >= BLOCK) {
            flush(file, blocks.remove(file), full);
        }
        if (size >= LIMIT) {
            flush(full);
        }
    }

    /** Emits the remaining blocks. */
    void flush(BiConsumer<String, byte[]> full) {
        blocks.forEach((file, block) -> flush(file, block, full));
        blocks.clear();
    }

    private void flush(String file, Block block, BiConsumer<String, byte[]> full) {
        size -= block.size();
        byte[] packed = packer.pack(block.bytes(), block.size());
        full.accept(
                file,
                ByteBuffer.allocate(Integer.BYTES + packed.length)
                        .putInt(block.rows)
                        .put(packed)
                        .array());
    }

    /** Number of rows of a block. */
    static int rows(byte[] block) {
        return ByteBuffer.wrap(block).getInt();
    }

    /** The rows of a block, one after the other. */
    static byte[] unpack(byte[] block, Packer packer) {
        return packer.unpack(ByteBuffer.wrap(block, Integer.BYTES, block.length - Integer.BYTES));
    }

    @Override
    public void close() {
        packer.close();
    }

    private static final class Block extends ByteArrayOutputStream {
        private int rows;

        Block() {
            super(1 << 10);
        }

        byte[] bytes() {
            return buf;
        }
    }
}
