package org.lintas.dedup.shuffle;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Collects records of fixed length into blocks by partition, so that a shuffle has few large elements instead of many small ones.
 * Memory: about {@value #LIMIT} bytes.
 */
final class RecordBlocks {

    /** Number of partitions of every shuffle of blocks; the output does not depend on it. */
    static final int PARTITIONS = 256;

    private static final int LIMIT = 16 << 20;

    /** Largest block: a runner may have to hold several in a sort buffer. */
    private static final int BLOCK = 256 << 10;

    private static final int FIRST = 1 << 10;

    private final byte[][] records = new byte[PARTITIONS][];
    private final int[] sizes = new int[PARTITIONS];
    private int size;

    /**
     * Adds a record.
     *
     * @param hash hash whose highest bits choose the partition
     * @param blocks receives partition and block when a block is full
     */
    void add(long hash, byte[] record, BiConsumer<Integer, byte[]> blocks) {
        int partition = (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(PARTITIONS)));
        int end = sizes[partition] + record.length;
        if (records[partition] == null) {
            records[partition] = new byte[Math.max(FIRST, record.length)];
        } else if (end > records[partition].length) {
            records[partition] = Arrays.copyOf(records[partition], Math.max(end, records[partition].length * 2));
        }
        System.arraycopy(record, 0, records[partition], sizes[partition], record.length);
        sizes[partition] = end;
        size += record.length;
        if (end >= BLOCK) {
            flush(partition, blocks);
        }
        if (size >= LIMIT) {
            flush(blocks);
        }
    }

    /** Emits the remaining blocks. */
    void flush(BiConsumer<Integer, byte[]> blocks) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (sizes[partition] > 0) {
                flush(partition, blocks);
            }
        }
    }

    private void flush(int partition, BiConsumer<Integer, byte[]> blocks) {
        blocks.accept(partition, Arrays.copyOf(records[partition], sizes[partition]));
        size -= sizes[partition];
        sizes[partition] = 0;
        records[partition] = null;
    }
}
