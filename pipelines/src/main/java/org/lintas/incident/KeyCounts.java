package org.lintas.incident;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Counts in how many reports each key is, and in which parts of the year: an open-addressed table, which grows with what is counted. Its blocks are what
 * is handed on: entries of a key, a count and a set of parts, of any tables and in any order, add up.
 */
final class KeyCounts {

    /** A block has at most so many entries: a runner may be unable to take a record of some MB. */
    private static final int ENTRIES_OF_BLOCK = 2_048;

    private static final int ENTRY_BYTES = Long.BYTES + 2 * Integer.BYTES;

    private static final int RANGES = 256;
    private static final int RANGE_SHIFT = Long.SIZE - Byte.SIZE;

    private static final int FIRST_SLOTS = 1 << 10;

    private long[] keys = new long[FIRST_SLOTS];
    private int[] counts = new int[FIRST_SLOTS];
    private int[] parts = new int[FIRST_SLOTS];
    private int size;

    /** Keys that were counted. */
    int size() {
        return size;
    }

    /**
     * Counts a key.
     *
     * @param count reports more that have it, at least one
     * @param ofYear the parts of the year of these reports, a bit each
     */
    void add(long key, int count, int ofYear) {
        if (size >= keys.length / 2) {
            grow();
        }
        int slot = slot(key);
        size += counts[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        counts[slot] += count;
        parts[slot] |= ofYear;
    }

    /** Adds what another table counted. */
    void addBlock(byte[] block) {
        forEachEntry(block, this::add);
    }

    /** The slot of a key, or the empty one that it would take. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        int[] oldParts = parts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        parts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
                parts[slot] = oldParts[i];
            }
        }
    }

    /**
     * Passes on entries in blocks, each of one range of keys.
     *
     * @param least reports that have a key, for its entry to be passed on
     * @param action takes the number of a range, from 0 to 255, and a block
     */
    void forEachBlock(int least, BiConsumer<Integer, byte[]> action) {
        var blocks = new ByteBuffer[RANGES];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] >= least) {
                int range = (int) (keys[i] >>> RANGE_SHIFT);
                if (blocks[range] == null) {
                    blocks[range] = ByteBuffer.allocate(ENTRIES_OF_BLOCK * ENTRY_BYTES);
                }
                blocks[range].putLong(keys[i]).putInt(counts[i]).putInt(parts[i]);
                if (!blocks[range].hasRemaining()) {
                    action.accept(range, blocks[range].array());
                    blocks[range] = null;
                }
            }
        }
        for (int range = 0; range < RANGES; range++) {
            if (blocks[range] != null) {
                action.accept(range, Arrays.copyOf(blocks[range].array(), blocks[range].position()));
            }
        }
    }

    /** Passes on the entries of a block, each a key, its count and its parts of the year. */
    static void forEachEntry(byte[] block, EntryConsumer action) {
        for (var in = ByteBuffer.wrap(block); in.hasRemaining(); ) {
            action.accept(in.getLong(), in.getInt(), in.getInt());
        }
    }

    /** Takes an entry of a block. */
    interface EntryConsumer {
        void accept(long key, int count, int parts);
    }
}
