package org.lintas.archive.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bytes with their offsets, keeping at most a fixed number of bytes of a line. */
public final class LineReader {

    private final InputStream in;
    private final int maxBytes;
    private byte[] line = new byte[0];
    private int kept;
    private long length;
    private long offset;
    private long position;
    private final byte[] buffer = new byte[1 << 16];
    private int bufferStart;
    private int bufferEnd;

    /**
     * Reads the lines of a stream.
     *
     * @param maxBytes maximum number of bytes of a line that are kept
     * @param position offset of the stream in the file
     */
    public LineReader(InputStream in, int maxBytes, long position) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.position = position;
    }

    /** Moves to the next line; false at the end of the stream. The last line needs no line feed. */
    public boolean next() throws IOException {
        offset = position;
        kept = 0;
        length = 0;
        while (true) {
            if (bufferStart == bufferEnd) {
                bufferStart = 0;
                bufferEnd = Math.max(0, in.read(buffer));
                if (bufferEnd == 0) {
                    return length > 0;
                }
            }
            int end = bufferStart;
            while (end < bufferEnd && buffer[end] != '\n') {
                end++;
            }
            append(end - bufferStart);
            boolean complete = end < bufferEnd;
            position += end - bufferStart + (complete ? 1 : 0);
            bufferStart = complete ? end + 1 : end;
            if (complete) {
                return true;
            }
        }
    }

    private void append(int count) {
        length += count;
        int keep = (int) Math.min(count, (long) maxBytes - kept);
        if (kept + keep > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(Math.max(kept + keep, line.length * 2L), maxBytes));
        }
        System.arraycopy(buffer, bufferStart, line, kept, keep);
        kept += keep;
    }

    /** Offset of the next line. */
    public long position() {
        return position;
    }

    /** Offset of the current line. */
    public long offset() {
        return offset;
    }

    /** Length of the current line in bytes, including bytes that are not kept. */
    public long length() {
        return length;
    }

    public boolean tooLong() {
        return length > maxBytes;
    }

    public boolean isBlank() {
        // A byte order mark counts as blank.
        boolean marked = kept >= 3 && (line[0] & 0xFF) == 0xEF && (line[1] & 0xFF) == 0xBB && (line[2] & 0xFF) == 0xBF;
        for (int i = marked ? 3 : 0; i < kept; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The bytes of the current line, without the line feed. */
    public byte[] line() {
        return Arrays.copyOf(line, kept);
    }
}
