package org.lintas.dedup.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tokens of a text by which it is compared, in 32 bits each: hashes of words in scripts with spaces, numbers, and in
 * scripts without spaces chunks whose boundaries depend on the adjacent letters only (content-defined chunking: Muthitacharoen
 * et al. 2001, <a href="https://doi.org/10.1145/502034.502052">10.1145/502034.502052</a>). No language has to be known,
 * languages may be mixed, and an edit changes only the tokens that it touches.
 *
 * <p>Case, width, punctuation, and spaces between letters of a script without spaces do not count. Numbers do: digits of all
 * scripts are equal, so are 1.000 and 1,000, and 05 and 5, and 5.11 and 5/11; 1.5 and 15 differ.
 */
public final class Tokens {

    private final int[] tokens;
    private final long[] names;
    private final long[] uncertain;
    private final long digest;

    /** The tokens in order of value, once one is looked for. */
    private int[] sorted;

    Tokens(int[] tokens, long[] names, long[] uncertain) {
        this.tokens = tokens;
        this.names = names;
        this.uncertain = uncertain;
        long hash = tokens.length;
        for (int token : tokens) {
            hash = Hashing.mix(hash, token);
        }
        this.digest = hash;
    }

    /** The tokens of a text of any language. */
    public static Tokens of(String text) {
        return new Tokeniser(text, List.of()).tokens();
    }

    /** The tokens by which a text is compared with others: number words are numbers, so that "five" is 5. Signatures are made without. */
    public static Tokens of(String text, NumberWords words) {
        return new Tokeniser(text, words.find(text)).tokens();
    }

    /** Reads what {@link #toBytes} wrote. */
    public static Tokens of(ByteBuffer stored) {
        var tokens = new int[stored.getInt()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = stored.getInt();
        }
        return new Tokens(tokens, bits(stored, tokens.length), bits(stored, tokens.length));
    }

    private static long[] bits(ByteBuffer stored, int size) {
        var bits = new long[size / Long.SIZE + 1];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = stored.getLong();
        }
        return bits;
    }

    /** Number of tokens, the tokens, a bit for each that is a name, a bit for each that is uncertain; big endian. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + tokens.length) + 2 * Long.BYTES * names.length);
        bytes.putInt(tokens.length);
        for (int token : tokens) {
            bytes.putInt(token);
        }
        for (long name : names) {
            bytes.putLong(name);
        }
        for (long word : uncertain) {
            bytes.putLong(word);
        }
        return bytes.array();
    }

    /** How many. */
    public int size() {
        return tokens.length;
    }

    /** The token at a place; equal tokens are equal numbers, or equal words except for hash collisions (one in two billion). */
    public int at(int index) {
        return tokens[index];
    }

    /** Whether a token is one of these. */
    boolean contains(int token) {
        if (sorted == null) {
            sorted = tokens.clone();
            Arrays.sort(sorted);
        }
        return Arrays.binarySearch(sorted, token) >= 0;
    }

    /** The same tokens in another order: at each place the token that is now at the place given. */
    Tokens inOrder(int[] places) {
        var moved = new int[places.length];
        var movedNames = new long[names.length];
        var movedUncertain = new long[names.length];
        for (int i = 0; i < places.length; i++) {
            moved[i] = tokens[places[i]];
            movedNames[i >> 6] |= (names[places[i] >> 6] >>> places[i] & 1) << i;
            movedUncertain[i >> 6] |= (uncertain[places[i] >> 6] >>> places[i] & 1) << i;
        }
        return new Tokens(moved, movedNames, movedUncertain);
    }

    /** Whether the token is a number. */
    public boolean isNumber(int index) {
        return (tokens[index] & Tokeniser.NUMBER) != 0;
    }

    /**
     * Whether the token is a word within a sentence whose first letter, not its second, is a capital. False throughout in scripts
     * without case and where most words are capitalised.
     */
    public boolean isName(int index) {
        return (names[index >> 6] & (1L << index)) != 0;
    }

    /** Whether the token is a number in digits, not in words, which are often no more than an article or a part of a word. */
    boolean isFigure(int index) {
        return isNumber(index) && !isUncertain(index);
    }

    /**
     * Whether the token may be a name that no capital tells: a word of a script without case, at the start of a sentence, in capitals
     * only, or where most words are capitalised.
     */
    boolean mayBeName(int index) {
        return isUncertain(index) && !isNumber(index);
    }

    /** Whether capitals tell names: of most words they do. */
    boolean hasCase() {
        long unsure = IntStream.range(0, size()).filter(this::mayBeName).count();
        return 2 * unsure <= size();
    }

    private boolean isUncertain(int index) {
        return (uncertain[index >> 6] & (1L << index)) != 0;
    }

    /** 64-bit hash of the whole sequence. */
    public long digest() {
        return digest;
    }

    /** Whether both are the same sequence. */
    public boolean sameAs(Tokens other) {
        return digest == other.digest && Arrays.equals(tokens, other.tokens);
    }
}
