package org.lintas.archive.warc;

/** The last bytes that have been read, as far as they may be the line ends that close a record. */
final class ClosingBytes {

    /** Two line ends of two bytes close a record. */
    static final int MAX = 4;

    private final byte[] last = new byte[MAX];
    private int held;

    /** Takes the next bytes. */
    void add(byte[] bytes, int offset, int count) {
        for (int i = Math.max(0, count - MAX); i < count; i++) {
            if (held == MAX) {
                System.arraycopy(last, 1, last, 0, MAX - 1);
                held--;
            }
            last[held++] = bytes[offset + i];
        }
    }

    /** How many of the last bytes are so many line ends; 0 where other bytes stand there. */
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
