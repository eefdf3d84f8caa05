package org.lintas.dedup.line;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lintas.dedup.line.EdgeLine.Kind;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Tokens;

/** What an article tells of the lines of its outlet, without its text. */
final class ArticleLines {

    /** One of the lines, see {@link EdgeLine}. */
    record Line(long hash, int opening, Kind kind, boolean isTakenUp, boolean isTail) {}

    private static final int MAX_WORDS = 24;
    private static final int MAX_HEADLINE = 300;
    private static final int PROSE = 1;
    private static final int RUN_ON = 2;
    private static final int TAKEN_UP = 4;
    private static final int TAIL = 8;
    private static final int LINE_BYTES = Long.BYTES + Integer.BYTES + 1;

    private final byte[] lowBytes;
    private final short[] headline;
    private final List<Line> lines;

    private ArticleLines(byte[] lowBytes, short[] headline, List<Line> lines) {
        this.lowBytes = lowBytes;
        this.headline = headline;
        this.lines = lines;
    }

    /** Of its signature, see {@link Signature#lowBytes}; not to be changed. */
    byte[] lowBytes() {
        return lowBytes;
    }

    /** Hashes of the words of its headline, or of the first line where there is none, each once; not to be changed. */
    short[] headline() {
        return headline;
    }

    /** The lines as {@link EdgeLines} found them. */
    List<Line> lines() {
        return lines;
    }

    /**
     * The lines of an article as bytes that start with those of its digest, by which articles are sampled.
     *
     * @param digest of title and text, its first bytes
     * @param title null if there is none
     */
    static byte[] toBytes(long digest, Signature signature, String title, String text) {
        List<EdgeLine> lines = EdgeLines.of(text);
        byte[] low = signature.lowBytes();
        short[] words = words(title == null ? text.lines().findFirst().orElse("") : title);
        ByteBuffer bytes = ByteBuffer.allocate(
                Long.BYTES + low.length + 1 + Short.BYTES * words.length + LINE_BYTES * lines.size());
        bytes.putLong(digest).put(low).put((byte) words.length);
        for (short word : words) {
            bytes.putShort(word);
        }
        for (EdgeLine line : lines) {
            int flags = (line.kind() == Kind.PROSE ? PROSE : 0)
                    | (line.kind() == Kind.RUN_ON ? RUN_ON : 0)
                    | (line.isTakenUp() ? TAKEN_UP : 0)
                    | (line.isTail() ? TAIL : 0);
            bytes.putLong(line.hash()).putInt(line.opening()).put((byte) flags);
        }
        return bytes.array();
    }

    /** Reads what {@link #toBytes} wrote. */
    static ArticleLines of(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored, Long.BYTES, stored.length - Long.BYTES);
        var low = new byte[Signature.LOW_BYTES];
        bytes.get(low);
        var words = new short[bytes.get()];
        for (int i = 0; i < words.length; i++) {
            words[i] = bytes.getShort();
        }
        var lines = new ArrayList<Line>();
        while (bytes.hasRemaining()) {
            long hash = bytes.getLong();
            int opening = bytes.getInt();
            int flags = bytes.get();
            Kind kind = (flags & PROSE) != 0 ? Kind.PROSE : (flags & RUN_ON) != 0 ? Kind.RUN_ON : Kind.LABEL;
            lines.add(new Line(hash, opening, kind, (flags & TAKEN_UP) != 0, (flags & TAIL) != 0));
        }
        return new ArticleLines(low, words, lines);
    }

    private static short[] words(String headline) {
        Tokens tokens = Tokens.of(headline.substring(0, Math.min(headline.length(), MAX_HEADLINE)));
        var words = new short[Math.min(tokens.size(), MAX_WORDS)];
        for (int i = 0; i < words.length; i++) {
            words[i] = (short) (tokens.at(i) ^ (tokens.at(i) >>> Short.SIZE));
        }
        Arrays.sort(words);
        int distinct = 0;
        for (int i = 0; i < words.length; i++) {
            if (i == 0 || words[i] != words[i - 1]) {
                words[distinct++] = words[i];
            }
        }
        return Arrays.copyOf(words, distinct);
    }
}
