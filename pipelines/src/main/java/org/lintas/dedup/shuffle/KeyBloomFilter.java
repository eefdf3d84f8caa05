package org.lintas.dedup.shuffle;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;

/**
 * A set of 64-bit hashes in bounded memory that holds all that were added and, with small probability, others (split block Bloom filter:
 * Putze, Sanders and Singler 2010, <a href="https://doi.org/10.1145/1498698.1594230">10.1145/1498698.1594230</a>). Made from parts as bytes.
 */
final class KeyBloomFilter {

    /** Bytes for so many articles that a tenth of a percent of others passes at most, and bounds. */
    private static final int BYTES_PER_ARTICLE = 2;

    private static final int MIN_BYTES = 1 << 12;
    private static final int MAX_BYTES = 1 << 26;

    /** Filters travel in pieces: a runner may have to hold several in a sort buffer. */
    private static final int PIECE = 1 << 16;

    private final BlockSplitBloomFilter filter;

    KeyBloomFilter(byte[] bits) {
        this.filter = new BlockSplitBloomFilter(bits);
    }

    /** How many bytes a filter takes for so many articles: a power of two. */
    static int bytes(long articles) {
        long wanted = Math.max(MIN_BYTES, Math.min(MAX_BYTES, articles * BYTES_PER_ARTICLE));
        return (int) Long.highestOneBit(2 * wanted - 1);
    }

    void add(long hash) {
        filter.insertHash(hash);
    }

    /** Whether a hash may have been added; true for all that were. */
    boolean mayContain(long hash) {
        return filter.findHash(hash);
    }

    /** Passes on the pieces of a filter that hold anything, by their index. */
    static void forEachPiece(byte[] bits, BiConsumer<Integer, byte[]> pieces) {
        for (int from = 0; from < bits.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(bits, from, Math.min(bits.length, from + PIECE));
            if (!Arrays.equals(piece, new byte[piece.length])) {
                pieces.accept(from / PIECE, piece);
            }
        }
    }

    /** Puts a piece into its place. */
    static void put(byte[] bits, int index, byte[] piece) {
        System.arraycopy(piece, 0, bits, index * PIECE, piece.length);
    }

    /** Adds to a filter all that another of the same length holds. */
    static byte[] merge(byte[] bits, byte[] others) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= others[i];
        }
        return bits;
    }
}
