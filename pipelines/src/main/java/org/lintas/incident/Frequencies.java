package org.lintas.incident;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/**
 * How many reports have a key, and in how many parts of the year, in a table of fixed size: each key counts in two cells, the smaller one is its
 * number, which may be too large but never too small (count-min sketch: Cormode and Muthukrishnan 2005, doi:10.1016/j.jalgor.2003.12.001). Memory: 8
 * MB. It travels in pieces of at most 40 KB, since a runner may be unable to take a record of some MB.
 */
final class Frequencies {

    private static final int BITS = 20;
    private static final int PIECE_BITS = 12;
    private static final int CELLS_OF_PIECE = 1 << PIECE_BITS;

    /** Bytes of a cell in a piece: its place there, how many reports, the parts of the year. */
    private static final int CELL_BYTES = Short.BYTES + 2 * Integer.BYTES;

    /** The cell in which all reports count: in a piece of its own, after those of the keys. */
    private static final int ALL = 1 << BITS;

    /** Parts of the year in which reports have a key, from which on it is of an affair, a war or an office, not of one incident. */
    static final int LONG_RUNNING = 5;

    /** Reports that the corpus is thought to have besides its own, so that keys of a small one are not all rare. */
    private static final double IMAGINED = 2_000;

    private final int[] cells = new int[ALL + CELLS_OF_PIECE];

    /** Set for keys that a report of this run has. */
    private static final int NEW = 1 << 31;

    /** The parts of the year of the reports of each cell, a bit each, and {@link #NEW}. */
    private final int[] parts = new int[ALL + CELLS_OF_PIECE];

    /**
     * What was counted in several tables.
     *
     * @param pieces by their number; those that are missing are empty
     */
    static Frequencies of(Map<Integer, byte[]> pieces) {
        var united = new Frequencies();
        pieces.forEach((number, piece) -> addPiece(piece, united.cells, united.parts, number << PIECE_BITS));
        return united;
    }

    /**
     * Counts the keys of a report.
     *
     * @param part of the year in which it tells that something happened, from 0 to 30; empty if it is unknown
     * @param isNew whether it is of this run, not of an earlier corpus
     */
    void add(Iterable<Long> keys, OptionalInt part, boolean isNew) {
        cells[ALL]++;
        int bit = (part.isPresent() ? 1 << part.getAsInt() : 0) | (isNew ? NEW : 0);
        for (long key : keys) {
            cells[first(key)]++;
            cells[second(key)]++;
            parts[first(key)] |= bit;
            parts[second(key)] |= bit;
        }
    }

    int reports() {
        return cells[ALL];
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
        return -Math.log((count(key) + usual * IMAGINED) / (Math.max(reports(), count(key)) + IMAGINED));
    }

    /** Natural logarithm of the number of reports among which one is looked for: how unlikely any two are of one incident. */
    double size() {
        return Math.log(reports() + IMAGINED);
    }

    private static int first(long key) {
        return (int) (key >>> (Long.SIZE - BITS));
    }

    private static int second(long key) {
        int cell = (int) (key & ((1 << BITS) - 1));
        return cell == first(key) ? cell ^ 1 : cell;
    }

    /** Passes on the pieces that contain anything, by their number. */
    void forEachPiece(BiConsumer<Integer, byte[]> action) {
        for (int start = 0; start < cells.length; start += CELLS_OF_PIECE) {
            byte[] piece = piece(cells, parts, start);
            if (piece.length > 0) {
                action.accept(start >> PIECE_BITS, piece);
            }
        }
    }

    /** What two tables have counted in a piece. */
    static byte[] merge(byte[] piece, byte[] other) {
        var cells = new int[CELLS_OF_PIECE];
        var parts = new int[CELLS_OF_PIECE];
        addPiece(piece, cells, parts, 0);
        addPiece(other, cells, parts, 0);
        return piece(cells, parts, 0);
    }

    private static void addPiece(byte[] piece, int[] cells, int[] parts, int start) {
        for (var in = ByteBuffer.wrap(piece); in.hasRemaining(); ) {
            int cell = start + in.getShort();
            cells[cell] += in.getInt();
            parts[cell] |= in.getInt();
        }
    }

    /** The cells from a start on that are not zero. */
    private static byte[] piece(int[] cells, int[] parts, int start) {
        var out = ByteBuffer.allocate(CELLS_OF_PIECE * CELL_BYTES);
        for (int i = 0; i < CELLS_OF_PIECE; i++) {
            if (cells[start + i] != 0) {
                out.putShort((short) i).putInt(cells[start + i]).putInt(parts[start + i]);
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
