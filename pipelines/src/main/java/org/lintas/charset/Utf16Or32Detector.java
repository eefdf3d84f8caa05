package org.lintas.charset;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Detects UTF-16 and UTF-32, by the byte order mark or by the positions of zero bytes. */
public final class Utf16Or32Detector {

    private static final int HEAD = 4096;
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** Minimum share of ASCII characters in UTF-16 text; spaces and digits alone reach it. */
    private static final double MIN_ASCII = 0.03;

    /**
     * Minimum ratio to the ASCII characters found in the opposite byte order, which may have some, since the low byte
     * of other letters can be zero.
     */
    private static final int MIN_RATIO = 3;

    private Utf16Or32Detector() {}

    /**
     * The charset at the start of a text, by its byte order mark or by the zero bytes of its first two characters,
     * which are ASCII in JSON, tables and pages (RFC 4627, section 3).
     *
     * @param head the first four bytes, or more
     * @return empty if it is neither UTF-16 nor UTF-32
     */
    public static Optional<Charset> atStart(byte[] head) {
        Optional<Charset> marked = marked(head);
        if (marked.isPresent() || head.length < 4) {
            return marked;
        }
        return switch (zeros(head)) {
            case 0b1110 -> printed(head, UTF_32BE, 3);
            case 0b0111 -> printed(head, UTF_32LE, 0);
            case 0b1010 -> printed(head, StandardCharsets.UTF_16BE, 1, 3);
            case 0b0101 -> printed(head, StandardCharsets.UTF_16LE, 0, 2);
            default -> Optional.empty();
        };
    }

    private static int zeros(byte[] head) {
        int zeros = 0;
        for (int i = 0; i < 4; i++) {
            zeros = (zeros << 1) | (head[i] == 0 ? 1 : 0);
        }
        return zeros;
    }

    private static Optional<Charset> printed(byte[] head, Charset charset, int... places) {
        return Arrays.stream(places).allMatch(place -> isPrinted(head[place]))
                ? Optional.of(charset)
                : Optional.empty();
    }

    /** The charset of a byte order mark; the mark of UTF-16LE is a prefix of the mark of UTF-32LE. */
    static Optional<Charset> marked(byte[] bytes) {
        int mark = 0;
        for (int i = 0; i < 4; i++) {
            mark = (mark << 8) | (i < bytes.length ? bytes[i] & 0xFF : 0xFF);
        }
        if (mark == 0xFFFE0000) {
            return Optional.of(UTF_32LE);
        }
        if (mark == 0x0000FEFF) {
            return Optional.of(UTF_32BE);
        }
        return switch (mark >>> 16) {
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }

    /** The charset of a whole page or text without a byte order mark. */
    static Optional<Charset> charset(byte[] bytes) {
        return utf32(bytes).or(() -> utf16(bytes));
    }

    /** UTF-32: the high byte of every code point is zero, and all code points are defined. */
    private static Optional<Charset> utf32(byte[] bytes) {
        int quads = Math.min(bytes.length, HEAD) / 4;
        if (quads < 2) {
            return Optional.empty();
        }
        for (Charset charset : List.of(UTF_32BE, UTF_32LE)) {
            boolean little = charset.equals(UTF_32LE);
            boolean sound = true;
            for (int i = 0; i < quads && sound; i++) {
                int value = ByteBuffer.wrap(bytes, 4 * i, 4).getInt();
                int c = little ? Integer.reverseBytes(value) : value;
                sound = c > 0 && c <= Character.MAX_CODE_POINT && Character.isDefined(c);
            }
            if (sound) {
                return Optional.of(charset);
            }
        }
        return Optional.empty();
    }

    private static Optional<Charset> utf16(byte[] bytes) {
        int units = Math.min(bytes.length, HEAD) / 2;
        int big = 0;
        int little = 0;
        for (int i = 0; i < units; i++) {
            byte even = bytes[2 * i];
            byte odd = bytes[2 * i + 1];
            big += even == 0 && isPrinted(odd) ? 1 : 0;
            little += odd == 0 && isPrinted(even) ? 1 : 0;
        }
        int most = Math.max(big, little);
        if (most < Math.max(2, MIN_ASCII * units) || Math.min(big, little) * MIN_RATIO > most) {
            return Optional.empty();
        }
        Charset charset = big > little ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        String head = new String(bytes, 0, 2 * units, charset);
        long wrong = head.chars()
                .filter(c -> c == '\uFFFD' || !Character.isDefined(c))
                .count();
        return wrong * 50 <= units ? Optional.of(charset) : Optional.empty();
    }

    private static boolean isPrinted(byte b) {
        return (b >= ' ' && b < 0x7F) || b == '\n' || b == '\r' || b == '\t';
    }
}
