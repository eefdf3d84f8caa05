package org.lintas.archive.bytes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.lintas.charset.WideText;
import org.lintas.storage.ByteSource;

/** Text in UTF-16 or UTF-32 as UTF-8, its byte order mark left out; where the bytes fail, what came before them is given first. */
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
    /** A unit that has been read and belongs to the next character. */
    private int pending = NONE;

    private IOException failure;

    private Utf8Stream(InputStream in, Charset charset) {
        this.in = in;
        this.littleEndian = charset.name().endsWith("LE");
        this.unitBytes = charset.name().startsWith("UTF-32") ? 4 : 2;
    }

    /** The text of some bytes: as UTF-8 where they are UTF-16 or UTF-32, as they are where not. */
    public static InputStream of(InputStream bytes) throws IOException {
        var in = new BufferedInputStream(bytes);
        return charset(in)
                .<InputStream>map(charset -> new Utf8Stream(in, charset))
                .orElse(in);
    }

    /** Whether a file that is not compressed is a text in UTF-16 or UTF-32. */
    public static boolean isWide(ByteSource source) throws IOException {
        try (InputStream in = source.openAt(0)) {
            return WideText.atStart(in.readNBytes(HEAD)).isPresent();
        }
    }

    private static Optional<Charset> charset(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        Optional<Charset> charset = Optional.empty();
        try {
            charset = WideText.atStart(in.readNBytes(HEAD));
        } catch (IOException e) {
            // Whoever reads the bytes from their start meets the same failure, and tells of it.
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

    /** The next code point; the replacement for what is none. */
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

    /** The next two or four bytes as a number; at the end nothing, and the replacement where the end cuts them. */
    private int unit() throws IOException {
        int unit = 0;
        for (int i = 0; i < unitBytes; i++) {
            int b = in.read();
            if (b < 0) {
                return i == 0 ? NONE : REPLACEMENT;
            }
            unit |= b << (8 * (littleEndian ? i : unitBytes - 1 - i));
        }
        // Of four bytes all set is as little a character as nothing is.
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
