package org.lintas.archive.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lintas.archive.bytes.Budget;

/**
 * A sparse file in a tar, which stores only the data; holes are read as zeros (GNU tar manual, "Storing Sparse Files":
 * the old GNU format and the pax formats 0.0, 0.1 and 1.0).
 */
public final class SparseFile {

    private static final int OLD_MAP_AT = 386;
    private static final int OLD_PIECES = 4;
    private static final int OLD_SIZE_AT = 483;
    private static final int MORE_PIECES = 21;
    private static final int NUMBER = 12;
    private static final int MAX_PIECES = 1 << 20;

    /** Alternating offsets and lengths of the data segments. */
    private final List<Long> map;

    private final long size;

    /**
     * Creates a sparse file.
     *
     * @throws IOException if the map is invalid or inconsistent with the sizes
     */
    private SparseFile(List<Long> map, long size) throws IOException {
        long at = 0;
        for (int i = 0; i + 1 < map.size(); i += 2) {
            long start = map.get(i);
            long length = map.get(i + 1);
            if (start < at || length < 0 || length > size - start) {
                throw new IOException("a sparse file whose map does not fit");
            }
            at = start + length;
        }
        if (map.size() % 2 != 0 || size < at) {
            throw new IOException("a sparse file whose map does not fit");
        }
        this.map = map;
        this.size = size;
    }

    /** Whether a member is a sparse file. */
    public static boolean isSparse(TarHeader header, TarAttributes attributes) {
        return header.type() == 'S' || attributes.isSparse();
    }

    /**
     * Opens a file.
     *
     * @param header of the member
     * @param data the stored data, preceded by the map in some formats
     * @param budget that the bytes of holes are counted against
     * @throws IOException if its map is damaged
     */
    public static InputStream open(
            TarHeader header, byte[] block, TarAttributes attributes, InputStream data, Budget budget)
            throws IOException {
        SparseFile file;
        if (header.type() == 'S') {
            file = new SparseFile(oldMap(block, data), TarHeader.number(block, OLD_SIZE_AT, NUMBER));
        } else {
            List<Long> map = attributes.isMapInData() ? mapIn(data) : attributes.map();
            file = new SparseFile(map, attributes.sparseSize());
        }
        return file.new Content(data, budget);
    }

    /** The number of bytes of extension blocks with the map before the data, which the size in the header excludes. */
    public static long extensionBytes(TarHeader header, byte[] block, NextBlock next) {
        long bytes = 0;
        boolean more = header.type() == 'S' && block[OLD_MAP_AT + OLD_PIECES * 2 * NUMBER] != 0;
        while (more && bytes < (long) MAX_PIECES * NUMBER) {
            byte[] extension = next.at(bytes);
            bytes += TarHeader.BLOCK;
            more = extension.length == TarHeader.BLOCK && extension[MORE_PIECES * 2 * NUMBER] != 0;
        }
        return bytes;
    }

    /** Returns the block at a distance after the header; a shorter one at the end of the tar. */
    @FunctionalInterface
    public interface NextBlock {
        byte[] at(long ahead);
    }

    private static List<Long> oldMap(byte[] block, InputStream data) throws IOException {
        var map = new ArrayList<Long>();
        addPieces(map, block, OLD_MAP_AT, OLD_PIECES);
        boolean more = block[OLD_MAP_AT + OLD_PIECES * 2 * NUMBER] != 0;
        while (more && map.size() < MAX_PIECES) {
            byte[] extension = data.readNBytes(TarHeader.BLOCK);
            if (extension.length < TarHeader.BLOCK) {
                throw new IOException("a sparse file that ends in its map");
            }
            addPieces(map, extension, 0, MORE_PIECES);
            more = extension[MORE_PIECES * 2 * NUMBER] != 0;
        }
        return map;
    }

    private static void addPieces(List<Long> map, byte[] block, int at, int pieces) {
        for (int i = 0; i < pieces && block[at + i * 2 * NUMBER + NUMBER] != 0; i++) {
            map.add(TarHeader.number(block, at + i * 2 * NUMBER, NUMBER));
            map.add(TarHeader.number(block, at + i * 2 * NUMBER + NUMBER, NUMBER));
        }
    }

    /** The map of format 1.0: one number per line, the first one is the number of segments, padded to a block. */
    private static List<Long> mapIn(InputStream data) throws IOException {
        var read = new long[1];
        long pieces = number(data, read);
        if (pieces > MAX_PIECES) {
            throw new IOException("a sparse file of " + pieces + " pieces");
        }
        var map = new ArrayList<Long>();
        for (long i = 0; i < 2 * pieces; i++) {
            map.add(number(data, read));
        }
        data.skipNBytes((TarHeader.BLOCK - read[0] % TarHeader.BLOCK) % TarHeader.BLOCK);
        return map;
    }

    private static long number(InputStream data, long[] read) throws IOException {
        long value = 0;
        int digits = 0;
        for (int b = data.read(); b != '\n'; b = data.read()) {
            if (b < '0' || b > '9' || ++digits > 18) {
                throw new IOException("a sparse file whose map is damaged");
            }
            value = 10 * value + b - '0';
        }
        read[0] += digits + 1L;
        return value;
    }

    /** The content, with holes as zeros. */
    private final class Content extends InputStream {
        private final InputStream data;
        private final Budget budget;
        private long position;
        private int piece;

        Content(InputStream data, Budget budget) {
            this.data = data;
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            while (piece < map.size() && position >= map.get(piece) + map.get(piece + 1)) {
                piece += 2;
            }
            long start = piece < map.size() ? map.get(piece) : size;
            if (position < start) {
                int n = (int) Math.min(count, start - position);
                budget.takeChecked(n);
                Arrays.fill(bytes, offset, offset + n, (byte) 0);
                position += n;
                return n;
            }
            if (position >= size) {
                return -1;
            }
            int n = data.read(bytes, offset, (int) Math.min(count, start + map.get(piece + 1) - position));
            if (n < 0) {
                throw new IOException("a sparse file that ends before its length");
            }
            position += n;
            return n;
        }

        @Override
        public void close() throws IOException {
            data.close();
        }
    }
}
