package org.lintas.dataset;

import java.io.Closeable;
import java.io.IOException;
import org.apache.parquet.hadoop.ParquetReader;

/** Rows of a part file, in file order. Error messages name the file. */
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

    /** All rows of a file; fails if their number differs from the expected one. */
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
            throw new IOException(file + ": has " + read + " rows instead of " + expected);
        }
        return row;
    }

    /** An error for a damaged file, with the innermost cause, which is the most specific. */
    static IOException unreadable(String file, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        // Without a cause: code that reports only the innermost cause would omit the file.
        var failure = new IOException("cannot read " + file + ": " + cause);
        failure.addSuppressed(e);
        return failure;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
