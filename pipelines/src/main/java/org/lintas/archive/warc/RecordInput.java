package org.lintas.archive.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sequential input of records with position, lookahead and search for the start of a record. If the stream fails, the
 * input ends there and keeps the cause.
 */
final class RecordInput {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long position;
    private boolean ended;
    private IOException failure;
    /** Whether the current byte is at the start of a line: ARC records start only there. */
    private boolean lineStart = true;

    /** The kind of the first record; the other kind is then treated as content. */
    private Optional<Boolean> arc = Optional.empty();

    /**
     * Creates an input.
     *
     * @param position of the first byte of the stream
     */
    RecordInput(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /** Offset of the next byte. */
    long position() {
        return position;
    }

    /** The failure of the stream, if any. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether the end has been reached. */
    boolean isAtEnd() {
        return buffered(1) == 0;
    }

    /** A byte ahead without consuming it; -1 beyond the end. */
    int peek(int ahead) {
        return buffered(ahead + 1) > ahead ? buffer[start + ahead] & 0xFF : -1;
    }

    /** Whether a record starts at the next byte. */
    boolean isAtStart() {
        return startsAfter(0);
    }

    /** Whether a record starts after a number of bytes, which must be line ends. */
    boolean startsAfter(int ahead) {
        int n = buffered(ahead + RecordStart.LOOK_AHEAD);
        return isStart(start + ahead, start + n, ahead > 0 || lineStart);
    }

    /** Whether a record starts anywhere in the next line. */
    boolean startsInLine() {
        int n = Math.min(buffered(BUFFER), BUFFER - RecordStart.LOOK_AHEAD);
        for (int i = start; i < start + n; i++) {
            if (isStart(i, end, i == start ? lineStart : buffer[i - 1] == '\n')) {
                return true;
            }
            if (buffer[i] == '\n') {
                return false;
            }
        }
        return false;
    }

    /** Skips line feeds and carriage returns. */
    void skipBlank() {
        while (buffered(1) > 0 && (buffer[start] == '\n' || buffer[start] == '\r')) {
            consume(1);
        }
    }

    /** Skips to the next record, at least one byte; returns the number of skipped bytes. */
    long skipToStart() {
        long from = position;
        if (buffered(1) > 0) {
            consume(1);
        }
        while (true) {
            int n = searchable(BUFFER);
            if (n == 0) {
                return position - from;
            }
            int at = indexOfStart(0, n);
            consume(at < 0 ? n : at);
            if (at >= 0) {
                return position - from;
            }
        }
    }

    /** Skips the rest; returns the number of skipped bytes. */
    long skipToEnd() {
        long from = position;
        for (int n = buffered(1); n > 0; n = buffered(1)) {
            consume(n);
        }
        return position - from;
    }

    /** The next bytes without consuming them: up to the given number, at most half a buffer. */
    byte[] ahead(long wanted) {
        int n = buffered((int) Math.min(wanted, BUFFER / 2));
        return Arrays.copyOfRange(buffer, start, start + (int) Math.min(n, wanted));
    }

    /** How many of the next bytes, up to the given number, can be searched for the start of a record; 0 at the end. */
    int searchable(int wanted) {
        int n = buffered(Math.min(wanted, BUFFER - RecordStart.LOOK_AHEAD) + RecordStart.LOOK_AHEAD);
        return Math.min(wanted, ended ? n : n - RecordStart.LOOK_AHEAD);
    }

    /**
     * Distance to the first start of a record within the next bytes, which must be {@link #searchable}; -1 if there is
     * none.
     *
     * @param from distance from which on to search
     */
    int indexOfStart(int from, int bytes) {
        boolean warcOnly = arc.isPresent() && !arc.get();
        for (int i = start + from; i < start + bytes; i++) {
            if (warcOnly && buffer[i] != 'W') {
                continue;
            }
            boolean atLine = i == start ? lineStart : buffer[i - 1] == '\n';
            if ((buffer[i] == 'W' || atLine) && isStart(i, end, atLine)) {
                return i - start;
            }
        }
        return -1;
    }

    /** Consumes bytes that are {@link #searchable}. */
    void take(byte[] into, int offset, int count) {
        System.arraycopy(buffer, start, into, offset, count);
        consume(count);
    }

    /**
     * Reads the next line without its line end; empty at the end of the stream, or if the line is longer than the
     * limit.
     *
     * @param limit maximum length in bytes, less than {@link RecordStart#LOOK_AHEAD} times 8
     */
    Optional<String> line(int limit) {
        int n = buffered(limit + 2);
        for (int i = 0; i < n; i++) {
            if (buffer[start + i] == '\n') {
                int length = i;
                while (length > 0 && buffer[start + length - 1] == '\r') {
                    length--;
                }
                String line = decode(length);
                consume(i + 1);
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Allows a record to start at the next byte, even if it is not at the start of a line. */
    void expectStart() {
        lineStart = true;
    }

    /** Sets the kind of records to accept from here on. */
    void setKind(boolean isArc) {
        arc = Optional.of(isArc);
    }

    private String decode(int length) {
        String utf8 = new String(buffer, start, length, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(buffer, start, length, StandardCharsets.ISO_8859_1);
    }

    private boolean isStart(int at, int limit, boolean atLine) {
        boolean warc = arc.isEmpty() || !arc.get();
        boolean isArc = arc.isEmpty() || arc.get();
        return (warc && RecordStart.isWarc(buffer, at, limit))
                || (isArc && atLine && RecordStart.isArc(buffer, at, limit));
    }

    /** Fills the buffer to a number of bytes, or to the end; returns the number of buffered bytes. */
    private int buffered(int wanted) {
        if (end - start < wanted && !ended) {
            if (start > 0 && buffer.length - start < wanted) {
                System.arraycopy(buffer, start, buffer, 0, end - start);
                end -= start;
                start = 0;
            }
            while (end - start < wanted && !ended) {
                fill();
            }
        }
        return end - start;
    }

    private void fill() {
        try {
            int n = in.read(buffer, end, buffer.length - end);
            ended = n < 0;
            end += Math.max(0, n);
        } catch (IOException e) {
            ended = true;
            failure = e;
        }
    }

    private void consume(int count) {
        if (count > 0) {
            lineStart = buffer[start + count - 1] == '\n';
            start += count;
            position += count;
        }
    }
}
