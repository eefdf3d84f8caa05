package org.lintas.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.parquet.hadoop.ParquetWriter;
import org.lintas.schemas.Dataset;
import org.lintas.storage.TemporaryFiles;

/** Sorted parts of a file that does not fit in memory, in temporary files on the local disk. */
final class SortedRuns implements Closeable {

    private final Dataset dataset;
    private final List<Path> files = new ArrayList<>();
    private final List<StoredPart> runs = new ArrayList<>();

    SortedRuns(Dataset dataset) {
        this.dataset = dataset;
    }

    /** Adds sorted rows, with their estimated size in bytes. */
    void add(List<? extends IndexedRecord> sorted, long bytes) throws IOException {
        Path file = Files.createTempFile(TemporaryFiles.folder(), "lintas-run", ".parquet");
        files.add(file);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                ParquetWriter<IndexedRecord> writer =
                        PartWriter.openFor(dataset, Map.of(), channel, sorted.size(), bytes)) {
            for (IndexedRecord row : sorted) {
                writer.write(row);
            }
        }
        runs.add(new StoredPart(file.toString(), sorted.size(), Files.size(file)));
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** All rows in order. */
    MergeRows<SpecificRecord> merge() throws IOException {
        return MergeRows.open(dataset, runs);
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        files.clear();
        runs.clear();
    }
}
