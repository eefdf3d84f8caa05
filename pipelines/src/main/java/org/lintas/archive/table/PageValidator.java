package org.lintas.archive.table;

import java.io.IOException;
import org.apache.parquet.column.Encoding;

/**
 * Validates the lengths within the encoded values of a Parquet page (Encodings.md of the Parquet format). Parquet's
 * decoders allocate memory by these lengths, so lengths that exceed the bytes or the number of values of the page are
 * rejected before.
 */
final class PageValidator {

    private static final int MAX_DELTA_BLOCK = 1 << 20;

    private final byte[] page;
    private final int values;
    private int at;
    private int end;

    private PageValidator(byte[] page, int from, int to, int values) throws IOException {
        if (from < 0 || to > page.length || from > to) {
            throw new IOException("levels of more bytes than the page");
        }
        this.page = page;
        this.at = from;
        this.end = to;
        this.values = values;
    }

    /**
     * Validates levels that are preceded by their length.
     *
     * @return offset of their end
     * @throws IOException if they are damaged
     */
    static int checkSizedLevels(byte[] page, int from, int maxLevel, int values) throws IOException {
        if (maxLevel == 0) {
            return from;
        }
        var validator = new PageValidator(page, from, page.length, values);
        long length = validator.fixed(4);
        if (length > page.length - validator.at) {
            throw new IOException("levels of " + length + " bytes");
        }
        validator.end = validator.at + (int) length;
        validator.checkRuns(bits(maxLevel));
        return validator.end;
    }

    /**
     * Validates levels that fill all bytes.
     *
     * @throws IOException if they are damaged
     */
    static void checkLevels(byte[] levels, int maxLevel, int values) throws IOException {
        if (maxLevel > 0) {
            new PageValidator(levels, 0, levels.length, values).checkRuns(bits(maxLevel));
        }
    }

    /**
     * Validates values from an offset to the end of the page.
     *
     * @throws IOException if they are damaged
     */
    static void checkValues(byte[] page, int from, Encoding encoding, int values) throws IOException {
        var validator = new PageValidator(page, from, page.length, values);
        if (validator.at == validator.end) {
            return;
        }
        switch (encoding) {
            case RLE_DICTIONARY, PLAIN_DICTIONARY -> validator.checkRuns((int) validator.fixed(1));
            case RLE -> {
                validator.fixed(4);
                validator.checkRuns(1);
            }
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> validator.checkDeltas();
            case DELTA_BYTE_ARRAY -> {
                // Lengths of prefixes, then lengths of suffixes.
                validator.checkDeltas();
                validator.checkDeltas();
            }
            case PLAIN, BYTE_STREAM_SPLIT, BIT_PACKED -> {
                // Bounded by the length of the page.
            }
        }
    }

    private static int bits(int max) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(max);
    }

    /** The hybrid of run-length encoding and bit packing. */
    private void checkRuns(int bits) throws IOException {
        if (bits > Integer.SIZE) {
            throw new IOException("values of " + bits + " bits");
        }
        for (long seen = 0; seen < values && at < end; ) {
            long header = number();
            long count = header >>> 1;
            if ((header & 1) == 0) {
                at += (bits + 7) / 8;
                seen += count;
            } else {
                // Groups of eight values; the last group may be incomplete.
                if (count * 8 > values + 512L || count * bits > end - at + (long) bits * 64) {
                    throw new IOException("a run of " + count + " groups of values");
                }
                at += (int) Math.min(count * bits, end - at);
                seen += count * 8;
            }
        }
    }

    private void checkDeltas() throws IOException {
        long block = number();
        long miniBlocks = number();
        long total = number();
        number();
        if (total > values || block < 1 || block > MAX_DELTA_BLOCK || miniBlocks < 1 || miniBlocks > block) {
            throw new IOException("deltas of " + total + " values in blocks of " + block);
        }
        long miniBlock = block / miniBlocks;
        for (long seen = 1; seen < total; ) {
            number();
            int widths = at;
            at += (int) miniBlocks;
            for (int i = 0; i < miniBlocks && seen < total; i++) {
                int bits = widths + i < end ? page[widths + i] & 0xFF : Integer.MAX_VALUE;
                if (bits > Long.SIZE || miniBlock * bits / 8 > end - at) {
                    throw new IOException("deltas of more bytes than the page");
                }
                at += (int) (miniBlock * bits / 8);
                seen += miniBlock;
            }
        }
    }

    private long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            long b = fixed(1);
            value |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return value & 0xFFFF_FFFF_FFFFL;
            }
        }
        throw new IOException("a number of more than 64 bits");
    }

    private long fixed(int bytes) throws IOException {
        if (bytes > end - at) {
            throw new IOException("values behind the end of the page");
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (page[at++] & 0xFFL) << (8 * i);
        }
        return value;
    }
}
