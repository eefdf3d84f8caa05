package org.lintas.incident;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalInt;

/**
 * How many reports have a key, and in how many parts of the year, in a table of fixed size: each key counts in two cells, the smaller one is its
 * number, which may be too large but never too small (count-min sketch: Cormode and Muthukrishnan 2005, doi:10.1016/j.jalgor.2003.12.001). Memory: 8
 * MB.
 */
final class Frequencies {

    private static final int BITS = 20;

    /** Parts of the year in which reports have a key, from which on it is of an affair, a war or an office, not of one incident. */
    static final int LONG_RUNNING = 5;

    /** Reports that the corpus is thought to have besides its own, so that keys of a small one are not all rare. */
    private static final double IMAGINED = 2_000;

    private final int[] cells = new int[1 << BITS];

    /** Set for keys that a report of this run has. */
    private static final int NEW = 1 << 31;

    /** The parts of the year of the reports of each cell, a bit each, and {@link #NEW}. */
    private final int[] parts = new int[1 << BITS];

    private int reports;

    /**
     * Counts the keys of a report.
     *
     * @param part of the year in which it tells that something happened, from 0 to 30; empty if it is unknown
     * @param isNew whether it is of this run, not of an earlier corpus
     */
    void add(Iterable<Long> keys, OptionalInt part, boolean isNew) {
        reports++;
        int bit = (part.isPresent() ? 1 << part.getAsInt() : 0) | (isNew ? NEW : 0);
        for (long key : keys) {
            cells[first(key)]++;
            cells[second(key)]++;
            parts[first(key)] |= bit;
            parts[second(key)] |= bit;
        }
    }

    void addAll(Frequencies other) {
        reports += other.reports;
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
            parts[i] |= other.parts[i];
        }
    }

    int reports() {
        return reports;
    }

    /** At least as many reports as have the key. */
    int count(long key) {
        return Math.min(cells[first(key)], cells[second(key)]);
    }

    /** In at least as many parts of the year as reports that have the key. */
    int parts(long key) {
        return Integer.bitCount(parts[first(key)] & parts[second(key)] & ~NEW);
    }

    /** Whether a report of this run may have the key; true if one has it. */
    boolean isNew(long key) {
        return (parts[first(key)] & parts[second(key)] & NEW) != 0;
    }

    /**
     * How rare a key is: minus the natural logarithm of the share of reports that have it.
     *
     * @param usual share of reports that have such a key, known before any was counted
     */
    double rarity(long key, double usual) {
        return -Math.log((count(key) + usual * IMAGINED) / (Math.max(reports, count(key)) + IMAGINED));
    }

    /** Natural logarithm of the number of reports among which one is looked for: how unlikely any two are of one incident. */
    double size() {
        return Math.log(reports + IMAGINED);
    }

    private static int first(long key) {
        return (int) (key >>> (Long.SIZE - BITS));
    }

    private static int second(long key) {
        int cell = (int) (key & ((1 << BITS) - 1));
        return cell == first(key) ? cell ^ 1 : cell;
    }

    /** Writes the cells that are not zero. */
    void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        out.writeInt(reports);
        int used = 0;
        for (int cell : cells) {
            used += cell == 0 ? 0 : 1;
        }
        out.writeInt(used);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != 0) {
                out.writeInt(i);
                out.writeInt(cells[i]);
                out.writeInt(parts[i]);
            }
        }
        out.flush();
    }

    static Frequencies read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        var read = new Frequencies();
        read.reports = in.readInt();
        for (int used = in.readInt(); used > 0; used--) {
            int cell = in.readInt();
            read.cells[cell] = in.readInt();
            read.parts[cell] = in.readInt();
        }
        return read;
    }
}
