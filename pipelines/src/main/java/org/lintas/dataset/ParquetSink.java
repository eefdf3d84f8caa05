package org.lintas.dataset;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileIO;
import org.apache.parquet.hadoop.ParquetWriter;
import org.lintas.schemas.Dataset;

/**
 * Writes one part file of a dataset, rows sorted, in the format of {@link PartWriter}. Rows of a large file are sorted in memory in parts, spilled
 * to disk and merged at the end.
 */
public final class ParquetSink<T extends IndexedRecord> implements FileIO.Sink<T> {

    /** Row bytes, before compression, that are held in memory. */
    public static final long BUFFER_BYTES = 64L << 20;

    private static final long serialVersionUID = 1;

    /** Rows compress to about a third of their size. */
    private static final int COMPRESSION = 3;

    private final Dataset dataset;
    private final Map<String, String> metadata;
    private final long bufferBytes;
    private transient List<T> rows;
    private transient long buffered;
    private transient long bytes;
    private transient long written;
    private transient SortedRuns runs;
    private transient WritableByteChannel channel;

    private ParquetSink(Dataset dataset, Map<String, String> metadata, long bufferBytes) {
        this.dataset = dataset;
        this.metadata = metadata;
        this.bufferBytes = bufferBytes;
    }

    /**
     * Creates the sink of a dataset.
     *
     * @param metadata key and value pairs for the file footer, such as versions
     */
    public static <T extends IndexedRecord> ParquetSink<T> of(Dataset dataset, Map<String, String> metadata) {
        return new ParquetSink<>(dataset, new TreeMap<>(metadata), BUFFER_BYTES);
    }

    /** Sets the row bytes held in memory. */
    ParquetSink<T> withBufferBytes(long limit) {
        return new ParquetSink<>(dataset, metadata, limit);
    }

    @Override
    public void open(WritableByteChannel target) {
        rows = new ArrayList<>();
        runs = new SortedRuns(dataset);
        buffered = 0;
        bytes = 0;
        written = 0;
        channel = target;
    }

    @Override
    public void write(T row) throws IOException {
        long size = Rows.bytes(row);
        if (buffered + size > bufferBytes && !rows.isEmpty()) {
            putAside();
        }
        rows.add(row);
        buffered += size;
        bytes += size;
        written++;
    }

    private void putAside() throws IOException {
        rows.sort(new RowOrder(dataset));
        runs.add(rows, buffered / COMPRESSION);
        rows = new ArrayList<>();
        buffered = 0;
    }

    @Override
    public void flush() throws IOException {
        try (SortedRuns aside = runs;
                ParquetWriter<IndexedRecord> writer =
                        PartWriter.openFor(dataset, metadata, channel, written, bytes / COMPRESSION)) {
            if (aside.isEmpty()) {
                rows.sort(new RowOrder(dataset));
                for (T row : rows) {
                    writer.write(row);
                }
            } else {
                putAside();
                merge(aside, writer);
            }
        }
        rows = null;
        runs = null;
    }

    private static void merge(SortedRuns runs, ParquetWriter<IndexedRecord> writer) throws IOException {
        try (MergeRows<SpecificRecord> merged = runs.merge()) {
            for (SpecificRecord row = merged.next(); row != null; row = merged.next()) {
                writer.write(row);
            }
        }
    }
}
