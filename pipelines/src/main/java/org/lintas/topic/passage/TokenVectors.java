package org.lintas.topic.passage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.lintas.text.LowerCase;

/**
 * A vector for each token, such that the sum over a passage points where a multilingual sentence encoder would point: made by
 * {@code scripts/lab/teacher}. Passages in different languages that mean the same have similar vectors. For use by one thread.
 */
public final class TokenVectors implements PassageEncoder {

    private static final String RESOURCE = "token-vectors.bin";

    private static final int REMEMBERED = 1 << 14;

    /** Words longer than this are rarely met again. */
    private static final int LONGEST_REMEMBERED = 24;

    private final Vocabulary vocabulary;
    private final int dimensions;

    /** A row a token. */
    private final float[] vectors;

    /** Words cut before, by their hash; a newer one takes the place of an older one. */
    private final String[] words = new String[REMEMBERED];

    private final int[][] cuts = new int[REMEMBERED][];

    private TokenVectors(Vocabulary vocabulary, int dimensions, float[] vectors) {
        this.vocabulary = vocabulary;
        this.dimensions = dimensions;
        this.vectors = vectors;
    }

    /** The vectors that are shipped, read once for all threads. */
    private static final class Shipped {
        private static final TokenVectors TABLE = read();

        private static TokenVectors read() {
            try (InputStream in = TokenVectors.class.getResourceAsStream(RESOURCE)) {
                return TokenVectors.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(RESOURCE, e);
            }
        }
    }

    /** The vectors that are shipped, for one more thread. */
    public static TokenVectors load() {
        TokenVectors table = Shipped.TABLE;
        return new TokenVectors(table.vocabulary, table.dimensions, table.vectors);
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    /** The sum of the vectors of a passage's tokens, each with the weight that its frequency gives it. */
    @Override
    public float[] encode(String passage) {
        var sum = new float[dimensions];
        String folded = fold(passage);
        for (int start = 0, end; start < folded.length(); start = end) {
            end = folded.indexOf(' ', start + 1);
            end = end < 0 ? folded.length() : end;
            for (int token : cut(folded.substring(start, end))) {
                if (token != Vocabulary.UNKNOWN) {
                    int at = token * dimensions;
                    for (int d = 0; d < dimensions; d++) {
                        sum[d] += vectors[at + d];
                    }
                }
            }
        }
        return sum;
    }

    /**
     * The pieces of a word with the space in front of it. A piece has a space in front only: words can be cut one by one, and short ones are
     * remembered.
     */
    private int[] cut(String word) {
        if (word.length() > LONGEST_REMEMBERED) {
            return vocabulary.cut(word);
        }
        int at = (word.hashCode() * 0x9E3779B1) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(REMEMBERED));
        if (!word.equals(words[at])) {
            words[at] = word;
            cuts[at] = vocabulary.cut(word);
        }
        return cuts[at];
    }

    /** Lower case, every digit as 0, white space as one space, and one in front, as the pieces that begin a word have it. */
    static String fold(String passage) {
        String lower = LowerCase.of(passage);
        var folded = new StringBuilder(lower.length() + 1).append(' ');
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Character.isWhitespace(c)) {
                folded.append(Character.isDigit(c) ? '0' : c);
            } else if (folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString();
    }

    /**
     * Reads a table: number of tokens, length of their vectors (32 bit each), score of unknown characters (64 bit), and for each token its
     * text (UTF-8, after its length in 16 bit), its score, its scale and its vector in bytes.
     */
    public static TokenVectors read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        int tokens = in.readInt();
        int dimensions = in.readInt();
        double unknown = in.readDouble();
        var pieces = new ArrayList<String>();
        var scores = new float[tokens];
        var row = new byte[dimensions];
        var vectors = new float[tokens * dimensions];
        for (int i = 0; i < tokens; i++) {
            pieces.add(new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8));
            scores[i] = in.readFloat();
            float scale = in.readFloat();
            in.readFully(row);
            for (int d = 0; d < dimensions; d++) {
                vectors[i * dimensions + d] = scale * row[d];
            }
        }
        return new TokenVectors(new Vocabulary(pieces, scores, unknown), dimensions, vectors);
    }
}
