package org.lintas.archive.warc;

/** Tracks the last bytes that have been read, to count the line ends that terminate a record. */
final class TrailingLineEnds {

    /** A record is terminated by two line ends of up to two bytes. */
    static final int MAX = 4;

    private final byte[] last = new byte[MAX];
    private int held;

    /** Adds the next bytes. */
    void add(byte[] bytes, int offset, int count) {
        for (int i = Math.max(0, count - MAX); i < count; i++) {
            if (held == MAX) {
                System.arraycopy(last, 1, last, 0, MAX - 1);
                held--;
            }
            last[held++] = bytes[offset + i];
        }
    }

    /** The number of last bytes that form the given number of line ends; 0 if they do not. */
    int count(int lines) {
        int found = 0;
        int n = 0;
        for (; n < held; n++) {
            byte b = last[held - 1 - n];
            if ((b != '\n' && b != '\r') || (b == '\n' && found == lines)) {
                break;
            }
            found += b == '\n' ? 1 : 0;
        }
        return found == lines ? n : 0;
    }
}
