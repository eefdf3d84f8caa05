package org.lintas.dedup.text;

import java.nio.ByteBuffer;
import java.util.Arrays;

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
    private final long digest;

    Tokens(int[] tokens, long[] names) {
        this.tokens = tokens;
        this.names = names;
        long hash = tokens.length;
        for (int token : tokens) {
            hash = Hashing.mix(hash, token);
        }
        this.digest = hash;
    }

    /** The tokens of a text of any language. */
    public static Tokens of(String text) {
        return new Tokeniser(text).tokens();
    }

    /** Reads what {@link #toBytes} wrote. */
    public static Tokens of(ByteBuffer stored) {
        var tokens = new int[stored.getInt()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = stored.getInt();
        }
        var names = new long[stored.remaining() / Long.BYTES];
        for (int i = 0; i < names.length; i++) {
            names[i] = stored.getLong();
        }
        return new Tokens(tokens, names);
    }

    /** Number of tokens, the tokens, a bit for each that is a name; big endian. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + tokens.length) + Long.BYTES * names.length);
        bytes.putInt(tokens.length);
        for (int token : tokens) {
            bytes.putInt(token);
        }
        for (long name : names) {
            bytes.putLong(name);
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

    /** Whether the token is a number, written in digits. */
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

    /** 64-bit hash of the whole sequence. */
    public long digest() {
        return digest;
    }

    /** Whether both are the same sequence. */
    public boolean sameAs(Tokens other) {
        return digest == other.digest && Arrays.equals(tokens, other.tokens);
    }
}
