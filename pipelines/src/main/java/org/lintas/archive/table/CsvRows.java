package org.lintas.archive.table;

import java.util.ArrayList;
import java.util.List;
import org.lintas.archive.bytes.ByteWindow;

/** Finds the rows of a CSV file (RFC 4180), holding one row in memory. */
public final class CsvRows {

    /** What has been found at the current offset. */
    public enum Found {
        ROW,
        BLANK_LINE,
        /** A quote that is not closed, or that is closed within a field. */
        WRONG_QUOTE,
        TOO_MANY_FIELDS,
        TOO_LARGE,
        /** The stream has failed within the row. */
        TRUNCATED,
        END
    }

    /**
     * Limit of bytes scanned for rows that turn out to be invalid: a constant, plus a number per byte of the file so
     * far.
     */
    private static final long MAX_WASTED = 1 << 24;

    private static final long MAX_WASTED_PER_BYTE = 32;

    private final ByteWindow in;
    private final char delimiter;
    private final int maxBytes;
    private int length;
    private int scanned;
    private long wasted;

    /**
     * Creates a reader at the start of a window.
     *
     * @param delimiter comma, semicolon or tab: their bytes do not occur within other characters in any supported
     *     charset
     * @param maxBytes maximum size of a row
     */
    public CsvRows(ByteWindow in, char delimiter, int maxBytes) {
        this.in = in;
        this.delimiter = delimiter;
        this.maxBytes = maxBytes;
    }

    /**
     * Finds the row at the current offset without moving past it. If too many bytes have been scanned for invalid rows,
     * quoted fields can no longer span lines, since the time would become quadratic.
     */
    public Found findRow(int maxFields) {
        boolean manyLines = wasted <= MAX_WASTED + MAX_WASTED_PER_BYTE * in.position();
        Found found = find(maxFields, manyLines);
        scanned = length;
        return found;
    }

    private Found find(int maxFields, boolean manyLines) {
        int fields = 1;
        boolean fieldStart = true;
        boolean quoted = false;
        for (length = 0; length <= maxBytes; length++) {
            int b = in.at(length);
            if (b < 0) {
                return atEnd(quoted);
            }
            if (quoted) {
                if (b == '\n' && !manyLines) {
                    return Found.WRONG_QUOTE;
                }
                if (b != '"') {
                    continue;
                }
                int next = in.at(length + 1);
                if (next == '"') {
                    length++;
                } else if (next == delimiter || next == '\n' || next == '\r' || next < 0) {
                    quoted = false;
                } else {
                    return Found.WRONG_QUOTE;
                }
            } else if (b == '\n') {
                return length == 0 || (length == 1 && in.at(0) == '\r') ? Found.BLANK_LINE : Found.ROW;
            } else if (b == delimiter) {
                fields++;
                if (fields > maxFields) {
                    return Found.TOO_MANY_FIELDS;
                }
                fieldStart = true;
                continue;
            } else if (b == '"' && fieldStart) {
                quoted = true;
            }
            fieldStart = false;
        }
        return Found.TOO_LARGE;
    }

    private Found atEnd(boolean quoted) {
        if (in.failure() != null) {
            return Found.TRUNCATED;
        }
        if (length == 0) {
            return Found.END;
        }
        return quoted ? Found.WRONG_QUOTE : Found.ROW;
    }

    /** The bytes of the row that has been found, without its line end. */
    public byte[] bytes() {
        boolean carriageReturn = length > 0 && in.at(length - 1) == '\r';
        return in.copy(0, carriageReturn ? length - 1 : length);
    }

    /** The message of the failure of the stream; null if there is none. */
    public String failure() {
        return in.failure() == null ? null : in.failure().getMessage();
    }

    /** Offset of the row that has been found. */
    public long offset() {
        return in.position();
    }

    /** Moves past the row that has been found. */
    public void advance() {
        in.advance(in.at(length) == '\n' ? length + 1 : length);
    }

    /** Moves to the next line, even within the row that has been found. */
    public void skipLine() {
        wasted += scanned;
        int skipped = 0;
        while (in.at(skipped) >= 0 && in.at(skipped) != '\n') {
            skipped++;
            if (skipped > maxBytes) {
                in.advance(skipped);
                skipped = 0;
            }
        }
        in.advance(in.at(skipped) == '\n' ? skipped + 1 : skipped);
    }

    /** The bytes of the line at the current offset, ignoring quotes, without its line end; null if it is too long. */
    public byte[] line() {
        for (length = 0; length <= maxBytes; length++) {
            if (in.at(length) < 0 || in.at(length) == '\n') {
                return bytes();
            }
        }
        return null;
    }

    /** Splits a row into fields. */
    public static List<String> fields(String row, char delimiter) {
        var fields = new ArrayList<String>();
        int at = 0;
        while (at <= row.length()) {
            if (at < row.length() && row.charAt(at) == '"') {
                int end = at + 1;
                while (end < row.length() && (row.charAt(end) != '"' || row.startsWith("\"\"", end))) {
                    end += row.charAt(end) == '"' ? 2 : 1;
                }
                end = Math.min(end, row.length());
                fields.add(row.substring(at + 1, end).replace("\"\"", "\""));
                at = end + 2;
            } else {
                int end = row.indexOf(delimiter, at);
                end = end < 0 ? row.length() : end;
                fields.add(row.substring(at, end));
                at = end + 1;
            }
        }
        return fields;
    }
}
