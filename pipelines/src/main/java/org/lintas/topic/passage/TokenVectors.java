package org.lintas.topic.passage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.lintas.text.LowerCase;

/**
 * A vector for each token, such that the sum over a passage points where a multilingual sentence encoder would point: made by
 * {@code scripts/lab/teacher}. Passages in different languages that mean the same have similar vectors. A second table of the same tokens is
 * trained from there on to tell topics. For use by one thread.
 */
public final class TokenVectors implements PassageEncoder {

    private static final String RESOURCE = "token-vectors.bin";
    private static final String FOR_TOPICS = "topic-vectors.bin";

    /** Words that are remembered. */
    private static final int REMEMBERED_BITS = 14;

    /** What is remembered of a word, in one line of a processor's cache: its length, itself, the number of its pieces, its pieces. */
    private static final int MEMORY = 32;

    private static final int LONGEST_REMEMBERED = 20;
    private static final int MOST_REMEMBERED = MEMORY - 2 - LONGEST_REMEMBERED;

    /** A character that is folded by {@link #fold(String)} only, since its lower case is longer or depends on its neighbours. */
    private static final char SPECIAL = '\0';

    private static final char[] FOLD = foldTable();

    private final Vocabulary vocabulary;
    private final Vocabulary.Cutter cutter;
    private final int dimensions;
    private final int size;

    /** The vector of each token. Files have bytes and a factor, but Java 17 adds floats some eight times as fast. */
    private final float[][] rows;

    /** What each token counts; none if all count as much as their vectors say. */
    private final float[] weights;

    /** Words cut before, by their hash; a newer one takes the place of an older one. */
    private final char[] words;

    /** The passage in hand, folded. */
    private char[] folded = new char[0];

    private TokenVectors(Vocabulary vocabulary, float[][] rows) {
        this(vocabulary, vocabulary.new Cutter(), new char[MEMORY << REMEMBERED_BITS], rows, null);
    }

    private TokenVectors(
            Vocabulary vocabulary, Vocabulary.Cutter cutter, char[] words, float[][] rows, float[] weights) {
        this.vocabulary = vocabulary;
        this.cutter = cutter;
        this.words = words;
        this.rows = rows;
        this.weights = weights;
        this.size = rows.length;
        this.dimensions = rows[0].length;
    }

    /** The vectors that are shipped, read once for all threads. */
    private static final class Shipped {
        private static final TokenVectors TABLE = read(RESOURCE, TokenVectors::read);
    }

    /** The vectors for topics that are shipped, read once for all threads. */
    private static final class ShippedForTopics {
        private static final TokenVectors TABLE = read(FOR_TOPICS, Shipped.TABLE::readRows);
    }

    private interface Reader {
        TokenVectors read(InputStream in) throws IOException;
    }

    private static TokenVectors read(String resource, Reader reader) {
        try (InputStream in = TokenVectors.class.getResourceAsStream(resource)) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The vectors that are shipped and point where the encoder would point, for one more thread. */
    public static TokenVectors load() {
        return Shipped.TABLE.copy();
    }

    /** The vectors that are shipped and tell topics, for one more thread. */
    public static TokenVectors forTopics() {
        return ShippedForTopics.TABLE.copy();
    }

    /** The same table for one more thread. */
    public TokenVectors copy() {
        return new TokenVectors(
                vocabulary, vocabulary.new Cutter(), new char[MEMORY << REMEMBERED_BITS], rows, weights);
    }

    /**
     * The same table for the same thread, in which some tokens of a passage count more than others. Both remember the same words.
     *
     * @param factors what the vector of each token is multiplied by, as many as there are tokens
     */
    public TokenVectors weighted(float[] factors) {
        if (factors.length != size()) {
            throw new IllegalArgumentException(factors.length + " weights for " + size() + " tokens");
        }
        return new TokenVectors(vocabulary, cutter, words, rows, factors.clone());
    }

    /** Number of tokens. */
    public int size() {
        return size;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    /** The sum of the vectors of a passage's tokens, each with the weight that its frequency gives it, times its factor if it is {@link #weighted}. */
    @Override
    public float[] encode(String passage) {
        var sum = new float[dimensions];
        int length = read(passage);
        for (int start = 0, end; start < length; start = end) {
            int hash = ' ';
            for (end = start + 1; end < length && folded[end] != ' '; end++) {
                hash = hash * 31 + folded[end];
            }
            add(start, end, hash, sum);
        }
        return sum;
    }

    /**
     * Adds the vectors of the pieces of a word with the space in front of it. A piece has a space in front only: words can be cut one by one,
     * and short ones are remembered.
     */
    private void add(int start, int end, int hash, float[] sum) {
        int length = end - start;
        if (length > LONGEST_REMEMBERED) {
            int count = cutter.cut(folded, start, end);
            for (int i = 0; i < count; i++) {
                add(cutter.piece(i), sum);
            }
            return;
        }
        int at = (hash * 0x9E3779B1)
                >>> (Integer.SIZE - REMEMBERED_BITS)
                << (Integer.SIZE - Integer.numberOfLeadingZeros(MEMORY - 1));
        int pieces = at + 1 + LONGEST_REMEMBERED;
        if (words[at] != length || !Arrays.equals(words, at + 1, at + 1 + length, folded, start, end)) {
            int count = cutter.cut(folded, start, end);
            boolean fits = count <= MOST_REMEMBERED;
            words[at] = (char) (fits ? length : 0);
            words[pieces] = (char) count;
            System.arraycopy(folded, start, words, at + 1, length);
            for (int i = 0; i < count; i++) {
                if (fits) {
                    words[pieces + 1 + i] = (char) cutter.piece(i);
                }
                add(cutter.piece(i), sum);
            }
            return;
        }
        for (int i = 1; i <= words[pieces]; i++) {
            add(words[pieces + i], sum);
        }
    }

    /** Adds the vector of a token; one beyond the table is unknown. */
    private void add(int token, float[] sum) {
        if (token >= size) {
            return;
        }
        if (weights == null) {
            add(rows[token], sum);
        } else {
            add(rows[token], weights[token], sum);
        }
    }

    /** By itself, as the next one, so that it is compiled to instructions on several numbers. */
    private static void add(float[] row, float[] sum) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += row[d];
        }
    }

    private static void add(float[] row, float weight, float[] sum) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += weight * row[d];
        }
    }

    /** Folds a passage into {@link #folded} as {@link #fold(String)} does; returns its length. */
    private int read(String passage) {
        int length = passage.length();
        if (folded.length <= length) {
            folded = new char[length * 2 + 1];
        }
        folded[0] = ' ';
        int size = 1;
        for (int i = 0; i < length; i++) {
            char c = FOLD[passage.charAt(i)];
            if (c == SPECIAL) {
                String whole = fold(passage);
                folded = whole.toCharArray();
                return folded.length;
            }
            if (c != ' ' || folded[size - 1] != ' ') {
                folded[size++] = c;
            }
        }
        return size;
    }

    private static char[] foldTable() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            String one = Character.toString(c);
            String lower = LowerCase.of(one);
            boolean isSpecial = Character.isSurrogate((char) c) || lower.length() != 1 || LowerCase.isSpecial((char) c);
            table[c] = isSpecial ? SPECIAL : folded(lower.charAt(0));
        }
        return table;
    }

    private static char folded(char lower) {
        return Character.isWhitespace(lower) ? ' ' : Character.isDigit(lower) ? '0' : lower;
    }

    /** Lower case, every digit as 0, white space as one space, and one in front, as the pieces that begin a word have it. */
    static String fold(String passage) {
        String lower = LowerCase.of(passage);
        var folded = new StringBuilder(lower.length() + 1).append(' ');
        for (int i = 0; i < lower.length(); i++) {
            char c = folded(lower.charAt(i));
            if (c != ' ' || folded.charAt(folded.length() - 1) != ' ') {
                folded.append(c);
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
        if (tokens > Character.MAX_VALUE) {
            throw new IOException(tokens + " tokens: remembered words hold numbers of 16 bits");
        }
        int dimensions = in.readInt();
        double unknown = in.readDouble();
        var pieces = new ArrayList<String>();
        var scores = new float[tokens];
        var rows = new float[tokens][];
        for (int i = 0; i < tokens; i++) {
            pieces.add(new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8));
            scores[i] = in.readFloat();
            rows[i] = readRow(in, dimensions);
        }
        return new TokenVectors(new Vocabulary(pieces, scores, unknown), rows);
    }

    /** Reads other vectors of the same tokens: for each its scale and its vector in bytes. */
    public TokenVectors readRows(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        var others = new float[size][];
        for (int i = 0; i < size; i++) {
            others[i] = readRow(in, dimensions);
        }
        return new TokenVectors(vocabulary, others);
    }

    private static float[] readRow(DataInputStream in, int dimensions) throws IOException {
        float scale = in.readFloat();
        var bytes = new byte[dimensions];
        in.readFully(bytes);
        var row = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            row[d] = scale * bytes[d];
        }
        return row;
    }

    /**
     * Writes vectors of these tokens so that {@link #readRows} reads them; they lose what a byte cannot hold.
     *
     * @param vectors a row a token
     */
    public void writeRows(float[] vectors, OutputStream stream) throws IOException {
        if (vectors.length != size * dimensions) {
            throw new IllegalArgumentException(vectors.length + " numbers for a table of " + size * dimensions);
        }
        var out = new DataOutputStream(new BufferedOutputStream(stream));
        for (int at = 0; at < vectors.length; at += dimensions) {
            float most = Float.MIN_NORMAL;
            for (int d = 0; d < dimensions; d++) {
                most = Math.max(most, Math.abs(vectors[at + d]));
            }
            float scale = most / Byte.MAX_VALUE;
            out.writeFloat(scale);
            for (int d = 0; d < dimensions; d++) {
                out.writeByte(Math.round(vectors[at + d] / scale));
            }
        }
        out.flush();
    }

    /** The vectors, a row a token. */
    public float[] rows() {
        var vectors = new float[size * dimensions];
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows[i], 0, vectors, i * dimensions, dimensions);
        }
        return vectors;
    }

    /** The numbers of a passage's tokens, without those that are unknown. */
    public int[] tokens(String passage) {
        int length = read(passage);
        var tokens = new int[length];
        int size = 0;
        for (int start = 0, end; start < length; start = end) {
            end = start + 1;
            while (end < length && folded[end] != ' ') {
                end++;
            }
            int count = cutter.cut(folded, start, end);
            for (int i = 0; i < count; i++) {
                if (cutter.piece(i) < size()) {
                    tokens[size++] = cutter.piece(i);
                }
            }
        }
        return Arrays.copyOf(tokens, size);
    }
}
