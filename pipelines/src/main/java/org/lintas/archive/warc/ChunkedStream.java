package org.lintas.archive.warc;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Decodes the chunked transfer coding (RFC 9112, section 7.1). A body that does not start with the length of a chunk
 * has already been decoded by the crawler and is returned unchanged.
 */
final class ChunkedStream extends InputStream {

    private static final int MAX_LINE = 256;
    private static final int MAX_DIGITS = 15;

    private final BufferedInputStream in;
    private final boolean chunked;
    private long remaining;
    private boolean first = true;
    private boolean ended;

    ChunkedStream(InputStream body) throws IOException {
        this.in = new BufferedInputStream(body);
        in.mark(MAX_LINE);
        this.chunked = length(line()) >= 0;
        in.reset();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!chunked) {
            return in.read(bytes, offset, length);
        }
        if (remaining == 0 && !nextChunk()) {
            return -1;
        }
        int n = in.read(bytes, offset, (int) Math.min(length, remaining));
        if (n < 0) {
            throw new EOFException("the body ends inside a chunk");
        }
        remaining -= n;
        return n;
    }

    private boolean nextChunk() throws IOException {
        if (ended) {
            return false;
        }
        String line = line();
        if (!first && line.isEmpty()) {
            line = line();
        }
        first = false;
        remaining = length(line);
        if (remaining < 0) {
            throw new IOException("no length of a chunk: " + line);
        }
        ended = remaining == 0;
        return !ended;
    }

    /** The hexadecimal length in a line, without extensions; -1 if invalid. */
    private static long length(String line) {
        String digits = line.split(";", 2)[0].strip();
        boolean valid = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
        return valid ? Long.parseLong(digits, 16) : -1;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < MAX_LINE - 1; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
