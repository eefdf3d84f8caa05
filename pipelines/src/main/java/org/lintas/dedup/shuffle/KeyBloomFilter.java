package org.lintas.dedup.shuffle;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;

/**
 * A Bloom filter of 64-bit hashes: a set in bounded memory that contains all added hashes and, with small probability, others
 * (split block Bloom filter: Putze, Sanders and Singler 2010, <a
 * href="https://doi.org/10.1145/1498698.1594230">10.1145/1498698.1594230</a>). Built from pieces, as bytes.
 */
final class KeyBloomFilter {

    /** Bytes per article, for at most 0.1 % false positives, and the bounds of the size. */
    private static final int BYTES_PER_ARTICLE = 2;

    private static final int MIN_BYTES = 1 << 12;
    private static final int MAX_BYTES = 1 << 26;

    /** Filters are shuffled in pieces: a runner may have to hold several in a sort buffer. */
    private static final int PIECE = 1 << 16;

    private final BlockSplitBloomFilter filter;

    KeyBloomFilter(byte[] bits) {
        this.filter = new BlockSplitBloomFilter(bits);
    }

    /** Size of the filter for a number of articles, in bytes: a power of two. */
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

    /** Passes each piece of a filter that is not empty to a consumer, with its index. */
    static void forEachPiece(byte[] bits, BiConsumer<Integer, byte[]> pieces) {
        for (int from = 0; from < bits.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(bits, from, Math.min(bits.length, from + PIECE));
            if (!Arrays.equals(piece, new byte[piece.length])) {
                pieces.accept(from / PIECE, piece);
            }
        }
    }

    /** Copies a piece to its position. */
    static void put(byte[] bits, int index, byte[] piece) {
        System.arraycopy(piece, 0, bits, index * PIECE, piece.length);
    }

    /** Adds the contents of another filter of the same length. */
    static byte[] merge(byte[] bits, byte[] others) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= others[i];
        }
        return bits;
    }
}
