package org.lintas.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is stored of a text so that later texts can be compared with it: {@value #BINS} minima of its shingles in one
 * permutation (Li, Owen and Zhang 2012, "One permutation hashing", NIPS 25), empty bins filled from others by the
 * optimal densification of Shrivastava 2017 (ICML, PMLR 70), so that the share of equal bins estimates the Jaccard
 * similarity of short texts, too.
 *
 * <p>Texts that agree in one of {@value #BANDS} bands of two bins are candidates (locality-sensitive hashing: Indyk
 * and Motwani 1998, <a href="https://doi.org/10.1145/276698.276876">10.1145/276698.276876</a>): of pairs with
 * similarity s, 1 − (1 − s²)^20, that is .85 at .3, .97 at .4, .997 at .5 and all but one in a million at .7.
 */
public final class Signature {

    /** Of tokens, shingles, hashes and layout; signatures of different versions cannot be compared. */
    public static final int VERSION = 1;

    public static final int BINS = 40;
    public static final int BANDS = 20;

    /** Length of {@link #toBytes}. */
    public static final int BYTES = 1 + Integer.BYTES + Long.BYTES + BINS * Integer.BYTES;

    private static final int LEAST_EQUAL = 4;
    private static final long EMPTY = -1;

    private final int size;
    private final long digest;
    private final int[] minima;

    private Signature(int size, long digest, int[] minima) {
        this.size = size;
        this.digest = digest;
        this.minima = minima;
    }

    /** The signature of a text. */
    public static Signature of(Tokens tokens) {
        var least = new long[BINS];
        Arrays.fill(least, EMPTY);
        Shingles.forCandidates(tokens, shingle -> {
            int bin = (int) (((shingle >>> 32) * BINS) >>> 32);
            long value = shingle & 0xFFFF_FFFFL;
            if (Long.compareUnsigned(value, least[bin]) < 0) {
                least[bin] = value;
            }
        });
        var minima = new int[BINS];
        for (int bin = 0; tokens.size() > 0 && bin < BINS; bin++) {
            minima[bin] = (int) least[filledBin(bin, least)];
        }
        return new Signature(tokens.size(), tokens.digest(), minima);
    }

    /** The bin itself if it holds a shingle, else the first that does in a sequence that is the same for all texts. */
    private static int filledBin(int bin, long[] least) {
        int filled = bin;
        for (int attempt = 1; least[filled] == EMPTY; attempt++) {
            filled = (int) (((Hashing.mix(bin, attempt) >>> 32) * BINS) >>> 32);
        }
        return filled;
    }

    /** How many tokens the text has. */
    public int size() {
        return size;
    }

    /** Hash of all its tokens; equal for texts that differ in nothing that counts. */
    public long digest() {
        return digest;
    }

    /**
     * Key of a band, 0 to {@value #BANDS} - 1; texts with an equal key are candidates. A text without tokens has none:
     * ask {@link #size}.
     */
    public long band(int band) {
        return Hashing.mix(((long) minima[2 * band] << 32) | (minima[2 * band + 1] & 0xFFFF_FFFFL), band);
    }

    /**
     * Whether a text in the same band is worth comparing: long texts share a band by stock phrases, the more of them
     * the larger the corpus, but hardly ever {@value #LEAST_EQUAL} bins. Of pairs with similarity .25, one in two
     * hundred is lost by it.
     */
    public boolean mayResemble(Signature other) {
        return equalBins(other) >= LEAST_EQUAL;
    }

    /** Estimate of the Jaccard similarity of the shingles, 0 to 1, with a standard error of at most .08. */
    public double similarity(Signature other) {
        return (double) equalBins(other) / BINS;
    }

    private int equalBins(Signature other) {
        int equal = 0;
        for (int bin = 0; bin < BINS; bin++) {
            equal += minima[bin] == other.minima[bin] ? 1 : 0;
        }
        return equal;
    }

    /** Version, size, digest, minima; big endian. */
    public byte[] toBytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES).put((byte) VERSION).putInt(size).putLong(digest);
        for (int minimum : minima) {
            bytes.putInt(minimum);
        }
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException for another version or length
     */
    public static Signature of(byte[] stored) {
        if (stored.length != BYTES || stored[0] != VERSION) {
            throw new IllegalArgumentException("fingerprint of another version than " + VERSION
                    + ": the earlier corpus was built by " + "another version of Lintas and has to be built again");
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored, 1, BYTES - 1);
        int size = bytes.getInt();
        long digest = bytes.getLong();
        var minima = new int[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            minima[bin] = bytes.getInt();
        }
        return new Signature(size, digest, minima);
    }
}
