package org.lintas.dedup.shuffle;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;

/**
 * A Bloom filter of 64-bit hashes: a set in bounded memory that contains all added hashes and, with small probability, others
 * (split block Bloom filter: Putze, Sanders and Singler 2010, <a
 * href="https://doi.org/10.1145/1498698.1594230">10.1145/1498698.1594230</a>). It consists of pieces, each a filter of the hashes that
 * belong to it, so that nothing that is shuffled or read as a side input is larger than a piece: runners combine records in sort buffers
 * of a few MiB, and fail on a record that does not fit in one.
 */
final class KeyBloomFilter {

    /** Bytes per article, for at most 0.1 % false positives, and the bounds of the size. */
    private static final int BYTES_PER_ARTICLE = 2;

    private static final int MIN_BYTES = 1 << 12;
    private static final int MAX_BYTES = 1 << 26;

    /** Largest piece, in bytes. */
    private static final int PIECE = 1 << 16;

    private final int bytes;
    private final Map<Integer, byte[]> pieces;

    private KeyBloomFilter(int bytes, Map<Integer, byte[]> pieces) {
        this.bytes = bytes;
        this.pieces = pieces;
    }

    /** An empty filter, to be filled. */
    static KeyBloomFilter empty(int bytes) {
        return new KeyBloomFilter(bytes, new TreeMap<>());
    }

    /**
     * A filter of pieces that others have filled.
     *
     * @param bytes size that they were filled for
     * @param pieces by their number; those that are missing are empty
     */
    static KeyBloomFilter of(int bytes, Map<Integer, byte[]> pieces) {
        return new KeyBloomFilter(bytes, pieces);
    }

    /** Size of the filter for a number of articles, in bytes: a power of two. */
    static int bytes(long articles) {
        long wanted = Math.max(MIN_BYTES, Math.min(MAX_BYTES, articles * BYTES_PER_ARTICLE));
        return (int) Long.highestOneBit(2 * wanted - 1);
    }

    void add(long hash) {
        new BlockSplitBloomFilter(pieces.computeIfAbsent(piece(hash), any -> new byte[Math.min(bytes, PIECE)]))
                .insertHash(hash);
    }

    /** Whether a hash may have been added; true for all that were. */
    boolean mayContain(long hash) {
        byte[] bits = pieces.get(piece(hash));
        return bits != null && new BlockSplitBloomFilter(bits).findHash(hash);
    }

    /** The piece of a hash; by other bits than those that decide on its place in the piece. */
    private int piece(long hash) {
        int mixed = (int) ((hash * 0x9E3779B97F4A7C15L) >>> Integer.SIZE);
        return mixed & (Math.max(1, bytes / PIECE) - 1);
    }

    /** Passes on the pieces that contain anything, by their number. */
    void forEachPiece(BiConsumer<Integer, byte[]> action) {
        pieces.forEach(action);
    }

    /** Adds to a piece all that another one with the same number contains. */
    static byte[] merge(byte[] piece, byte[] other) {
        for (int i = 0; i < piece.length; i++) {
            piece[i] |= other[i];
        }
        return piece;
    }
}
