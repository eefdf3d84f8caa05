package org.lintas.dedup.shuffle;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Gathers records of one length by partition into blocks, so that a shuffle has few large elements in place of many small ones.
 * Memory: about {@value #LIMIT} bytes.
 */
final class RecordBlocks {

    /** Of every shuffle of blocks; rows do not depend on it. */
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
     * @param hash by which its partition is chosen, good in its highest bits
     * @param blocks receives partition and block, where it is time
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

    /** Passes on what was gathered. */
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
