package org.lintas.archive.table;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the bytes of one structure in Thrift's compact encoding and validates all lengths in it, so that parsing it
 * afterwards cannot allocate more memory than it has bytes (thrift-compact-protocol.md of Apache Thrift).
 */
final class CompactThrift {

    private static final int MAX_DEPTH = 32;

    private final InputStream in;
    private final int maxBytes;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    private CompactThrift(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the structure at the start of a stream.
     *
     * @throws IOException if it is invalid or larger than the maximum
     */
    static byte[] take(InputStream in, int maxBytes) throws IOException {
        var thrift = new CompactThrift(in, maxBytes);
        thrift.takeStruct(0);
        return thrift.taken.toByteArray();
    }

    private void takeStruct(int depth) throws IOException {
        for (int header = takeByte(); (header & 0xF) != 0; header = takeByte()) {
            if (header >> 4 == 0) {
                takeNumber();
            }
            int type = header & 0xF;
            // The value of a boolean field is part of its type.
            if (type > 2) {
                takeValue(type, depth);
            }
        }
    }

    private void takeValue(int type, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("values more than " + MAX_DEPTH + " deep");
        }
        switch (type) {
            case 1, 2, 3 -> takeByte();
            case 4, 5, 6 -> takeNumber();
            case 7 -> takeBytes(8);
            case 8 -> takeBytes(takeNumber());
            case 9, 10 -> {
                int header = takeByte();
                long size = header >> 4 == 15 ? takeNumber() : header >> 4;
                check(size);
                for (long i = 0; i < size; i++) {
                    takeValue(header & 0xF, depth + 1);
                }
            }
            case 11 -> {
                long size = takeNumber();
                check(size);
                int types = size == 0 ? 0 : takeByte();
                for (long i = 0; i < size; i++) {
                    takeValue(types >> 4, depth + 1);
                    takeValue(types & 0xF, depth + 1);
                }
            }
            case 12 -> takeStruct(depth + 1);
            case 13 -> takeBytes(16);
            default -> throw new IOException("a value of type " + type);
        }
    }

    private void check(long more) throws IOException {
        if (more < 0 || more > maxBytes - taken.size()) {
            throw new IOException("a structure of more than " + maxBytes + " bytes");
        }
    }

    private void takeBytes(long count) throws IOException {
        check(count);
        for (long i = 0; i < count; i++) {
            takeByte();
        }
    }

    private long takeNumber() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = takeByte();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new IOException("a number of more than 64 bits");
    }

    private int takeByte() throws IOException {
        check(1);
        int b = in.read();
        if (b < 0) {
            throw new EOFException("inside a structure");
        }
        taken.write(b);
        return b;
    }
}
