package org.lintas.archive.warc;

import java.nio.charset.StandardCharsets;

/** Detects the start of a WARC or ARC record by its first bytes. */
final class RecordStart {

    /** Maximum number of bytes needed to detect a record; limits the length of an ARC header line. */
    static final int LOOK_AHEAD = 4096;

    private static final byte[] WARC = "WARC/".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_SCHEME = 20;
    private static final int MAX_VERSION = 8;

    private RecordStart() {}

    /** Whether a record of either kind starts at an index of a buffer. */
    static boolean isAt(byte[] bytes, int at, int end) {
        return isWarc(bytes, at, end) || isArc(bytes, at, end);
    }

    /** Whether a WARC record starts at an index of a buffer: the version line, and a field name on the next line. */
    static boolean isWarc(byte[] bytes, int at, int end) {
        if (at + WARC.length >= end) {
            return false;
        }
        for (int i = 0; i < WARC.length; i++) {
            if (bytes[at + i] != WARC[i]) {
                return false;
            }
        }
        int i = at + WARC.length;
        int versionEnd = Math.min(end, i + MAX_VERSION);
        while (i < versionEnd && (isDigit(bytes[i]) || bytes[i] == '.')) {
            i++;
        }
        while (i < versionEnd && bytes[i] == '\r') {
            i++;
        }
        return i + 1 < end && bytes[i] == '\n' && isLetter(bytes[i + 1]);
    }

    /** Whether the header line of an ARC record starts at an index of a buffer, which must be the start of a line. */
    static boolean isArc(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && i - at <= MAX_SCHEME && bytes[i] != ':') {
            if (bytes[i] <= ' ') {
                return false;
            }
            i++;
        }
        if (i >= end || bytes[i] != ':' || i == at || !isLetter(bytes[at])) {
            return false;
        }
        int limit = Math.min(end, at + LOOK_AHEAD);
        while (i < limit && bytes[i] != '\n') {
            i++;
        }
        boolean whole = i < limit;
        return whole && ArcLine.opensRecord(new String(bytes, at, i - at, StandardCharsets.ISO_8859_1).stripTrailing());
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }
}
