package org.lintas.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds UTF-16 without a byte order mark: its ASCII characters have a zero byte each, all on one side. */
final class WideText {

    private static final int HEAD = 4096;

    /** Share of units with a zero byte from which text is UTF-16; spaces and digits alone give as much. */
    private static final double MIN_ZEROS = 0.03;

    private WideText() {}

    static Optional<Charset> charset(byte[] bytes) {
        int units = Math.min(bytes.length, HEAD) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < units; i++) {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (Math.max(even, odd) < Math.max(2, MIN_ZEROS * units) || Math.min(even, odd) * 50 > Math.max(even, odd)) {
            return Optional.empty();
        }
        Charset charset = even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        String head = new String(bytes, 0, 2 * units, charset);
        long wrong = head.chars()
                .filter(c -> c == '\uFFFD' || !Character.isDefined(c))
                .count();
        return wrong * 50 <= units ? Optional.of(charset) : Optional.empty();
    }
}
