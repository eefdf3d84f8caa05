package org.lintas.archive.bytes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.lintas.charset.Utf16Or32Detector;
import org.lintas.storage.ByteSource;

/**
 * Converts UTF-16 or UTF-32 to UTF-8 without byte order mark. If the input fails, the text before the failure is
 * returned first.
 */
public final class Utf8Stream extends InputStream {

    private static final int HEAD = 4;
    private static final int BUFFER = 1 << 13;
    private static final int NONE = -1;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int MARK = 0xFEFF;

    private final InputStream in;
    private final boolean littleEndian;
    private final int unitBytes;
    private final byte[] out = new byte[BUFFER];
    private int start;
    private int end;
    private boolean atStart = true;
    /** A code unit that has been read but belongs to the next character. */
    private int pending = NONE;

    private IOException failure;

    private Utf8Stream(InputStream in, Charset charset) {
        this.in = in;
        this.littleEndian = charset.name().endsWith("LE");
        this.unitBytes = charset.name().startsWith("UTF-32") ? 4 : 2;
    }

    /** Converts the input to UTF-8 if it is UTF-16 or UTF-32, else returns it unchanged. */
    public static InputStream of(InputStream bytes) throws IOException {
        var in = new BufferedInputStream(bytes);
        return charset(in)
                .<InputStream>map(charset -> new Utf8Stream(in, charset))
                .orElse(in);
    }

    /** Whether an uncompressed file is in UTF-16 or UTF-32. */
    public static boolean isWide(ByteSource source) throws IOException {
        try (InputStream in = source.openAt(0)) {
            return Utf16Or32Detector.atStart(in.readNBytes(HEAD)).isPresent();
        }
    }

    private static Optional<Charset> charset(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        Optional<Charset> charset = Optional.empty();
        try {
            charset = Utf16Or32Detector.atStart(in.readNBytes(HEAD));
        } catch (IOException e) {
            // The same failure occurs again when the input is read from its start, and is reported then.
        }
        in.reset();
        return charset;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (start == end) {
            fill();
        }
        int n = Math.min(length, end - start);
        System.arraycopy(out, start, bytes, offset, n);
        start += n;
        return n == 0 && length > 0 ? -1 : n;
    }

    private void fill() throws IOException {
        start = 0;
        end = 0;
        try {
            for (int c; failure == null && end <= out.length - 4 && (c = character()) != NONE; atStart = false) {
                if (!atStart || c != MARK) {
                    encode(c);
                }
            }
        } catch (IOException e) {
            failure = e;
        }
        if (end == 0 && failure != null) {
            throw failure;
        }
    }

    /** The next code point; the replacement character for invalid input. */
    private int character() throws IOException {
        int unit = pending != NONE ? pending : unit();
        pending = NONE;
        if (unit == NONE) {
            return NONE;
        }
        if (unitBytes == 4) {
            return unit >= 0 && unit <= Character.MAX_CODE_POINT && !isSurrogate(unit) ? unit : REPLACEMENT;
        }
        if (!isSurrogate(unit)) {
            return unit;
        }
        if (!Character.isHighSurrogate((char) unit)) {
            return REPLACEMENT;
        }
        int low = unit();
        if (low != NONE && Character.isLowSurrogate((char) low)) {
            return Character.toCodePoint((char) unit, (char) low);
        }
        pending = low;
        return REPLACEMENT;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /**
     * The next two or four bytes as a number; NONE at the end, and the replacement character for an incomplete unit.
     */
    private int unit() throws IOException {
        int unit = 0;
        for (int i = 0; i < unitBytes; i++) {
            int b = in.read();
            if (b < 0) {
                return i == 0 ? NONE : REPLACEMENT;
            }
            unit |= b << (8 * (littleEndian ? i : unitBytes - 1 - i));
        }
        // Four bytes 0xFF are not a character, but must not be mistaken for the end.
        return unit == NONE ? REPLACEMENT : unit;
    }

    private void encode(int c) {
        if (c < 0x80) {
            out[end++] = (byte) c;
        } else if (c < 0x800) {
            out[end++] = (byte) (0xC0 | (c >> 6));
            out[end++] = tail(c);
        } else if (c < 0x10000) {
            out[end++] = (byte) (0xE0 | (c >> 12));
            out[end++] = tail(c >> 6);
            out[end++] = tail(c);
        } else {
            out[end++] = (byte) (0xF0 | (c >> 18));
            out[end++] = tail(c >> 12);
            out[end++] = tail(c >> 6);
            out[end++] = tail(c);
        }
    }

    private static byte tail(int c) {
        return (byte) (0x80 | (c & 0x3F));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
