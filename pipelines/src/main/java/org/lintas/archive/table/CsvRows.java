package org.lintas.archive.table;

import java.util.ArrayList;
import java.util.List;
import org.lintas.archive.bytes.ByteWindow;

/** Finds the rows of a table of separated values (RFC 4180) in its bytes, without holding more than one. */
public final class CsvRows {

    /** What stands at the current place. */
    public enum Found {
        ROW,
        BLANK_LINE,
        /** A quote that is not closed before the end, or closed in the middle of a field. */
        WRONG_QUOTE,
        TOO_MANY_FIELDS,
        TOO_LARGE,
        /** The stream has failed inside the row. */
        TRUNCATED,
        END
    }

    /** So many bytes may be looked at in vain, and so many more for each byte that has been passed. */
    private static final long MAX_IN_VAIN = 1 << 24;

    private static final long MAX_IN_VAIN_PER_BYTE = 32;

    private final ByteWindow in;
    private final char delimiter;
    private final int maxBytes;
    private int length;
    private int looked;
    private long inVain;

    /**
     * Rows from the start of a window on.
     *
     * @param delimiter comma, semicolon or tab: no charset has their bytes inside other characters
     * @param maxBytes largest row that is read
     */
    public CsvRows(ByteWindow in, char delimiter, int maxBytes) {
        this.in = in;
        this.delimiter = delimiter;
        this.maxBytes = maxBytes;
    }

    /**
     * Looks at what stands at the current place, and stays there. Where quotes at every line have made it look far ahead in vain, rows
     * end with their lines from there on: else the time would grow with the square of the file.
     */
    public Found look(int maxFields) {
        boolean manyLines = inVain <= MAX_IN_VAIN + MAX_IN_VAIN_PER_BYTE * in.position();
        Found found = find(maxFields, manyLines);
        looked = length;
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

    /** The bytes of the row that has been looked at, without its line end. */
    public byte[] bytes() {
        boolean carriageReturn = length > 0 && in.at(length - 1) == '\r';
        return in.copy(0, carriageReturn ? length - 1 : length);
    }

    /** Why the stream has failed; null if it has not. */
    public String failure() {
        return in.failure() == null ? null : in.failure().getMessage();
    }

    /** Where the row that has been looked at starts. */
    public long offset() {
        return in.position();
    }

    /** Moves behind the row that has been looked at. */
    public void pass() {
        in.advance(in.at(length) == '\n' ? length + 1 : length);
    }

    /** Moves to the next line, be it inside the row that has been looked at. */
    public void passLine() {
        inVain += looked;
        int passed = 0;
        while (in.at(passed) >= 0 && in.at(passed) != '\n') {
            passed++;
            if (passed > maxBytes) {
                in.advance(passed);
                passed = 0;
            }
        }
        in.advance(in.at(passed) == '\n' ? passed + 1 : passed);
    }

    /** The bytes of the line at the current place, without its line end, as if there were no quotes; null if it is too long. */
    public byte[] line() {
        for (length = 0; length <= maxBytes; length++) {
            if (in.at(length) < 0 || in.at(length) == '\n') {
                return bytes();
            }
        }
        return null;
    }

    /** The fields of a row. */
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
