package org.lintas.incident;

import java.util.OptionalInt;

/**
 * How many reports have a key, and in how many parts of the year: exact for all keys that several reports have; any other is taken for that of one
 * report. Memory: 16 to 32 bytes for each key that several reports have.
 */
final class Frequencies {

    /** Parts of the year in which reports have a key, from which on it is of an affair, a war or an office, not of one incident. */
    static final int LONG_RUNNING = 5;

    /** Reports that the corpus is thought to have besides its own, so that keys of a small one are not all rare. */
    private static final double IMAGINED = 2_000;

    /** The key that each report has. */
    private static final long ALL = KeyHash.of("all");

    /** Among the parts of the year: set for keys that a report of this run has. */
    private static final int NEW = 1 << 31;

    /** A value has the count in its upper bits, then the number of parts of the year, then whether a report of this run has the key. */
    private static final int COUNT_SHIFT = 6;

    private static final int PARTS_MASK = 31;

    private static final int MOST_REPORTS = (1 << (Integer.SIZE - COUNT_SHIFT)) - 1;

    private final long[] keys;

    /** The value of the key in the same slot, 0 of an empty one. */
    private final int[] values;

    private final int reports;

    /**
     * What was counted.
     *
     * @param blocks entries of {@link KeyCounts}, each key at most once; those of one report are not needed
     */
    Frequencies(Iterable<byte[]> blocks) {
        int size = 0;
        for (byte[] block : blocks) {
            size += KeyCounts.entries(block);
        }
        keys = new long[Math.max(2, Integer.highestOneBit(size + size / 3 + 1) * 2)];
        values = new int[keys.length];
        blocks.forEach(block -> KeyCounts.forEachEntry(block, this::put));
        reports = count(ALL);
    }

    /**
     * Counts the keys of a report.
     *
     * @param part of the year in which it tells that something happened, from 0 to 30; empty if it is unknown
     * @param isNew whether it is of this run, not of an earlier corpus
     */
    static void addTo(KeyCounts counts, Iterable<Long> keys, OptionalInt part, boolean isNew) {
        int parts = (part.isPresent() ? 1 << part.getAsInt() : 0) | (isNew ? NEW : 0);
        counts.add(ALL, 1, parts);
        keys.forEach(key -> counts.add(key, 1, parts));
    }

    private void put(long key, int count, int parts) {
        int slot = KeyCounts.slot(key, keys, values);
        keys[slot] = key;
        values[slot] = Math.min(count, MOST_REPORTS) << COUNT_SHIFT
                | Integer.bitCount(parts & ~NEW) << 1
                | (parts & NEW) >>> (Integer.SIZE - 1);
    }

    /** The value of a key, 0 of one that was not counted. */
    private int value(long key) {
        return values[KeyCounts.slot(key, keys, values)];
    }

    int reports() {
        return reports;
    }

    /** How many reports have a key; 1 also if none has it, or it was dropped because there are too many keys. */
    int count(long key) {
        return Math.max(1, value(key) >>> COUNT_SHIFT);
    }

    /** In how many parts of the year reports have a key; 0 if it is in one report only. */
    int parts(long key) {
        return value(key) >>> 1 & PARTS_MASK;
    }

    /** Whether a report of this run has a key that several reports have. */
    boolean isNew(long key) {
        return (value(key) & 1) != 0;
    }

    /**
     * How rare a key is: minus the natural logarithm of the share of reports that have it.
     *
     * @param usual share of reports that have such a key, known before any was counted
     */
    double rarity(long key, double usual) {
        return rarityOf(count(key), usual);
    }

    /** The same of a key that so many reports have. */
    double rarityOf(int count, double usual) {
        return -StrictMath.log((count + usual * IMAGINED) / (reports + IMAGINED));
    }

    /** Natural logarithm of the number of reports among which one is looked for: how unlikely any two are of one incident. */
    double size() {
        return StrictMath.log(reports + IMAGINED);
    }
}
