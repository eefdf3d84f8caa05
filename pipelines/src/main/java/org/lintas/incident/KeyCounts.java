package org.lintas.incident;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/**
 * Counts in how many reports each key is, and in which parts of the year: an open-addressed table, which grows with what is counted. Its blocks are what
 * is handed on: entries of a key, a count and a set of parts, of any tables and in any order, add up.
 */
final class KeyCounts {

    /** A block has at most so many entries: a runner may be unable to take a record of some MB. */
    private static final int ENTRIES_OF_BLOCK = 2_048;

    private static final int ENTRY_BYTES = Long.BYTES + 2 * Integer.BYTES;

    /** Ranges of keys: large corpora are counted range by range. */
    static final int RANGES = 1 << 12;

    private static final int RANGE_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(RANGES);

    /** Counts from this on are not told apart when room is made: few keys have one. */
    private static final int MANY = 1 << 12;

    private static final int FIRST_SLOTS = 1 << 10;

    private long[] keys = new long[FIRST_SLOTS];
    private int[] counts = new int[FIRST_SLOTS];
    private int[] parts = new int[FIRST_SLOTS];
    private int size;

    /** Takes an entry of a block. */
    interface EntryConsumer {
        void accept(long key, int count, int parts);
    }

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
        int slot = slot(key, keys, counts);
        size += counts[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        counts[slot] += count;
        parts[slot] |= ofYear;
    }

    /** Adds what another table counted. */
    void addBlock(byte[] block) {
        forEachEntry(block, this::add);
    }

    /**
     * The slot of a key in an open-addressed table, or the empty one that it would take.
     *
     * @param keys as many as a power of two, and not full
     * @param values what is in the same slots, 0 in empty ones
     */
    static int slot(long key, long[] keys, int[] values) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (values[slot] != 0 && keys[slot] != key) {
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
                int slot = slot(oldKeys[i], keys, counts);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
                parts[slot] = oldParts[i];
            }
        }
    }

    /** The fewest reports, two at least, that a key has to be in for no more keys than these to be passed on; keys of as many go together. */
    int least(int mostKeys) {
        var byCount = new int[MANY + 1];
        for (int count : counts) {
            byCount[Math.min(count, MANY)]++;
        }
        int least = Integer.MAX_VALUE;
        int kept = 0;
        for (int count = MANY; count > 1; count--) {
            kept += byCount[count];
            if (kept > mostKeys) {
                break;
            }
            least = count;
        }
        return least;
    }

    /**
     * Passes on entries in blocks.
     *
     * @param least reports that a key is in, for its entry to be passed on
     * @param action takes the number of a range of keys, from 0 to {@link #RANGES}, and a block of it
     */
    void forEachBlock(int least, BiConsumer<Integer, byte[]> action) {
        var left = new int[RANGES];
        for (int i = 0; i < keys.length; i++) {
            left[range(keys[i])] += counts[i] >= least ? 1 : 0;
        }
        var blocks = new ByteBuffer[RANGES];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] >= least) {
                int range = range(keys[i]);
                if (blocks[range] == null) {
                    blocks[range] = ByteBuffer.allocate(Math.min(left[range], ENTRIES_OF_BLOCK) * ENTRY_BYTES);
                }
                blocks[range].putLong(keys[i]).putInt(counts[i]).putInt(parts[i]);
                left[range]--;
                if (!blocks[range].hasRemaining()) {
                    action.accept(range, blocks[range].array());
                    blocks[range] = null;
                }
            }
        }
    }

    private static int range(long key) {
        return (int) (key >>> RANGE_SHIFT);
    }

    /** Passes on the entries of a block. */
    static void forEachEntry(byte[] block, EntryConsumer action) {
        for (var in = ByteBuffer.wrap(block); in.hasRemaining(); ) {
            action.accept(in.getLong(), in.getInt(), in.getInt());
        }
    }

    /** The number of entries of a block. */
    static int entries(byte[] block) {
        return block.length / ENTRY_BYTES;
    }
}
