package org.lintas.dataset;

import java.io.Closeable;
import java.io.IOException;
import org.apache.parquet.hadoop.ParquetReader;

/** Rows of a part file, in their order. What goes wrong names the file. */
public final class PartRows<T> implements Closeable {

    private static final long UNKNOWN = -1;

    private final String file;
    private final ParquetReader<T> reader;
    private final long expected;
    private long read;

    private PartRows(String file, ParquetReader<T> reader, long expected) {
        this.file = file;
        this.reader = reader;
        this.expected = expected;
    }

    /** All rows of a file: if it ends before or after as many as there must be, that is an error. */
    static <T> PartRows<T> all(StoredPart part, ParquetReader<T> reader) {
        return new PartRows<>(part.file(), reader, part.rows());
    }

    /** Some rows of a file. */
    static <T> PartRows<T> some(StoredPart part, ParquetReader<T> reader) {
        return new PartRows<>(part.file(), reader, UNKNOWN);
    }

    /**
     * The next row; null after the last.
     *
     * @throws IOException if the file is damaged
     */
    public T next() throws IOException {
        T row;
        try {
            row = reader.read();
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, e);
        }
        if (row != null) {
            read++;
        } else if (expected != UNKNOWN && read != expected) {
            throw new IOException(file + ": holds " + read + " rows in place of " + expected);
        }
        return row;
    }

    /** Damage of a file, with the innermost cause, which says most. */
    static IOException unreadable(String file, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        // No cause of this one: whoever tells only the innermost one would leave out the file.
        var failure = new IOException("cannot read " + file + ": " + cause);
        failure.addSuppressed(e);
        return failure;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
