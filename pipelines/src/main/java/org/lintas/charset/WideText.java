package org.lintas.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds UTF-16 without a byte order mark: by its ASCII characters, which have a zero byte each, all on one side. */
final class WideText {

    private static final int HEAD = 4096;

    /** Share of ASCII characters from which text is UTF-16; spaces and digits alone give as much. */
    private static final double MIN_ASCII = 0.03;

    /** By how much they must outnumber those of the other order, which has some: the low byte of other letters is zero. */
    private static final int MIN_RATIO = 3;

    private WideText() {}

    static Optional<Charset> charset(byte[] bytes) {
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
