package org.lintas.dedup.shuffle;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.lintas.storage.TemporaryFiles;

/**
 * Sorts records of fixed length by their bytes (unsigned, lexicographically): in memory up to a limit, beyond it in runs on
 * disk that are merged, so that any number can be sorted (Knuth, The Art of Computer Programming 3, section 5.4.1). Use once:
 * add, then {@link #sorted}, then {@link #close}.
 */
final class RecordSorter implements AutoCloseable {

    /** Bytes of records in memory. */
    private static final int MEMORY = 64 << 20;

    private static final int FIRST_MEMORY = 64 << 10;

    /** The index of a record takes this many bits of its sort key, the record's first five bytes the others. */
    private static final int INDEX_BITS = 24;

    private static final int RUN_BUFFER = 1 << 16;

    private final int width;
    private final int limit;
    private final List<Path> runs = new ArrayList<>();
    private final List<Run> inputs = new ArrayList<>();
    private byte[] records;
    private int size;

    /** @param width bytes of a record, 8 or more */
    RecordSorter(int width) {
        this(width, MEMORY);
    }

    /** @param memory bytes of records that are kept in memory */
    RecordSorter(int width, int memory) {
        this.width = width;
        this.limit = Math.max(1, Math.min(memory / width, 1 << INDEX_BITS));
        this.records = new byte[Math.min(FIRST_MEMORY / width + 1, limit) * width];
    }

    /** Adds the records of a block. */
    void add(byte[] block) throws IOException {
        for (int offset = 0; offset < block.length; offset += width) {
            add(block, offset);
        }
    }

    /** Adds the record at an offset. */
    void add(byte[] block, int offset) throws IOException {
        if (size == limit) {
            spill();
        }
        if ((size + 1) * width > records.length) {
            records = Arrays.copyOf(records, (int) Math.min((long) limit * width, records.length * 2L));
        }
        System.arraycopy(block, offset, records, size * width, width);
        size++;
    }

    /** All records in order, equal ones included; may be called once. */
    Iterator<byte[]> sorted() throws IOException {
        if (runs.isEmpty()) {
            return IntStream.of(order())
                    .mapToObj(index -> Arrays.copyOfRange(records, index * width, (index + 1) * width))
                    .iterator();
        }
        spill();
        records = new byte[0];
        var heads = new PriorityQueue<Run>((a, b) -> Arrays.compareUnsigned(a.head, b.head));
        for (Path run : runs) {
            var input = new Run(new BufferedInputStream(Files.newInputStream(run), RUN_BUFFER));
            inputs.add(input);
            input.advance(heads, width);
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !heads.isEmpty();
            }

            @Override
            public byte[] next() {
                Run least = heads.remove();
                byte[] record = least.head;
                try {
                    least.advance(heads, width);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return record;
            }
        };
    }

    private int[] order() {
        var keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ByteBuffer.wrap(records).getLong(i * width) >>> INDEX_BITS << INDEX_BITS | i;
        }
        // Signed order of unsigned numbers: the highest bit is flipped.
        for (int i = 0; i < size; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        var order = new int[size];
        for (int from = 0, to; from < size; from = to) {
            for (to = from + 1; to < size && keys[to] >>> INDEX_BITS == keys[from] >>> INDEX_BITS; to++) {}
            sortEqual(keys, from, to, order);
        }
        return order;
    }

    /** Sorts records with equal first bytes by all their bytes. */
    private void sortEqual(long[] keys, int from, int to, int[] order) {
        int mask = (1 << INDEX_BITS) - 1;
        if (to - from == 1) {
            order[from] = (int) keys[from] & mask;
            return;
        }
        var indices = new Integer[to - from];
        for (int i = from; i < to; i++) {
            indices[i - from] = (int) keys[i] & mask;
        }
        Arrays.sort(
                indices,
                (a, b) -> Arrays.compareUnsigned(
                        records, a * width, (a + 1) * width, records, b * width, (b + 1) * width));
        for (int i = from; i < to; i++) {
            order[i] = indices[i - from];
        }
    }

    private void spill() throws IOException {
        Path run = Files.createTempFile(TemporaryFiles.folder(), "lintas-sort", ".run");
        runs.add(run);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(run), RUN_BUFFER)) {
            for (int index : order()) {
                out.write(records, index * width, width);
            }
        }
        size = 0;
    }

    /** A sorted run on disk, and its next record. */
    private static final class Run {
        private final InputStream in;
        private byte[] head;

        Run(InputStream in) {
            this.in = in;
        }

        /** Reads the next record, and adds the run to the queue again if there is one. */
        private void advance(PriorityQueue<Run> heads, int width) throws IOException {
            head = in.readNBytes(width);
            if (head.length == width) {
                heads.add(this);
            }
        }
    }

    @Override
    public void close() throws IOException {
        records = new byte[0];
        for (Run input : inputs) {
            input.in.close();
        }
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }
}
