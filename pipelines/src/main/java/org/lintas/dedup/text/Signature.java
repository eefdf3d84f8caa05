package org.lintas.dedup.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The MinHash signature of a text, which is stored so that later texts can be compared with it: {@value #BINS} minima of its
 * shingles in one permutation (Li, Owen and Zhang 2012, "One permutation hashing", NIPS 25), empty bins filled from others by
 * the optimal densification of Shrivastava 2017 (ICML, PMLR 70), so that the share of equal bins estimates the Jaccard
 * similarity of short texts, too.
 *
 * <p>Texts that agree in one of {@value #BANDS} bands of two bins are candidates (locality-sensitive hashing: Indyk and Motwani
 * 1998, <a href="https://doi.org/10.1145/276698.276876">10.1145/276698.276876</a>): of pairs with similarity s, 1 − (1 − s²)^20, that
 * is .85 at .3, .97 at .4, .997 at .5 and all but one in a million at .7. {@value #NUMBER_BANDS} more bands hold one bin and
 * the numbers of the text: among many texts of one template, they pair those with the same numbers.
 */
public final class Signature {

    /** Version of tokens, shingles, hashes and layout; signatures of different versions cannot be compared. */
    public static final int VERSION = 1;

    public static final int BINS = 40;
    public static final int BANDS = 20;
    public static final int NUMBER_BANDS = 2;

    /** Length of {@link #toBytes}. */
    public static final int BYTES = 1 + Integer.BYTES + Long.BYTES + BINS * Integer.BYTES;

    /** Length of {@link #lowBytes}. */
    public static final int LOW_BYTES = BINS;

    private static final int MIN_EQUAL_BINS = 4;
    private static final long EMPTY = -1;

    private final int size;
    private final long numbers;
    private final int[] minima;

    private Signature(int size, long numbers, int[] minima) {
        this.size = size;
        this.numbers = numbers;
        this.minima = minima;
    }

    /** The signature of a text. */
    public static Signature of(Tokens tokens) {
        var minimum = new long[BINS];
        Arrays.fill(minimum, EMPTY);
        Shingles.forCandidates(tokens, shingle -> {
            int bin = (int) (((shingle >>> 32) * BINS) >>> 32);
            long value = shingle & 0xFFFF_FFFFL;
            if (Long.compareUnsigned(value, minimum[bin]) < 0) {
                minimum[bin] = value;
            }
        });
        var minima = new int[BINS];
        for (int bin = 0; tokens.size() > 0 && bin < BINS; bin++) {
            minima[bin] = (int) minimum[filledBin(bin, minimum)];
        }
        return new Signature(tokens.size(), numbers(tokens), minima);
    }

    /** Hash of the numbers of a text, independent of their order; 0 if there are none. */
    private static long numbers(Tokens tokens) {
        long hash = 0;
        for (int i = 0; i < tokens.size(); i++) {
            hash += tokens.isNumber(i) ? Hashing.mix(tokens.at(i)) : 0;
        }
        return hash;
    }

    /** The bin itself if it holds a shingle, else the first that does in a sequence that is the same for all texts. */
    private static int filledBin(int bin, long[] minimum) {
        int filled = bin;
        for (int attempt = 1; minimum[filled] == EMPTY; attempt++) {
            filled = (int) (((Hashing.mix(bin, attempt) >>> 32) * BINS) >>> 32);
        }
        return filled;
    }

    /** How many tokens the text has. */
    public int size() {
        return size;
    }

    /** Passes the key of each band to a consumer; texts with an equal key are candidates. A text without tokens has none. */
    public void forEachBand(LongConsumer consumer) {
        for (int band = 0; size > 0 && band < BANDS; band++) {
            long bins = ((long) minima[2 * band] << 32) | (minima[2 * band + 1] & 0xFFFF_FFFFL);
            consumer.accept(Hashing.mix(bins, band));
        }
        for (int bin = 0; numbers != 0 && bin < NUMBER_BANDS; bin++) {
            consumer.accept(Hashing.mix(Hashing.mix(numbers, minima[bin]), BANDS + bin));
        }
    }

    /** The lowest byte of each minimum (b-bit minwise hashing): enough to decide whether two texts {@link #mayResemble} each other. */
    public byte[] lowBytes() {
        var lowBytes = new byte[LOW_BYTES];
        for (int bin = 0; bin < BINS; bin++) {
            lowBytes[bin] = (byte) minima[bin];
        }
        return lowBytes;
    }

    /**
     * Whether two texts in the same band are worth comparing: unrelated long texts share a band by common phrases, the more
     * often the larger the corpus, but hardly ever {@value #MIN_EQUAL_BINS} bins. Of pairs with similarity .25, one in two
     * hundred is lost.
     *
     * @param one {@link #lowBytes} of a text
     * @param other {@link #lowBytes} of another text
     */
    public static boolean mayResemble(byte[] one, byte[] other) {
        int equal = 0;
        for (int bin = 0; bin < BINS; bin++) {
            equal += one[bin] == other[bin] ? 1 : 0;
        }
        return equal >= MIN_EQUAL_BINS;
    }

    /** Estimate of the Jaccard similarity of the shingles, 0 to 1, with a standard error of at most .08. */
    public double similarity(Signature other) {
        int equal = 0;
        for (int bin = 0; bin < BINS; bin++) {
            equal += minima[bin] == other.minima[bin] ? 1 : 0;
        }
        return (double) equal / BINS;
    }

    /** Version, size, hash of the numbers, minima; big endian. */
    public byte[] toBytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES).put((byte) VERSION).putInt(size).putLong(numbers);
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
        long numbers = bytes.getLong();
        var minima = new int[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            minima[bin] = bytes.getInt();
        }
        return new Signature(size, numbers, minima);
    }
}
