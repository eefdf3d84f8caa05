package org.lintas.corpus.merge;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.parquet.hadoop.ParquetWriter;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.Layout;
import org.lintas.dataset.MergeRows;
import org.lintas.dataset.PartFiles;
import org.lintas.dataset.PartWriter;
import org.lintas.dataset.StoredPart;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;
import org.lintas.storage.StoredFile;

/**
 * Merges a dataset of several corpora into files of a good size: the rows of a partition are merged in order and split into files with equal
 * numbers of rows. All files are sorted, so only a few row groups are held in memory.
 */
public final class MergeDataset {

    /** Maximum compressed size of a file. */
    private static final long FILE_BYTES = 256L << 20;

    /** Maximum memory of an open file for compressed data: one row group. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** Memory of an open file for decompressed pages. */
    private static final long PAGES_BYTES = 4L << 20;

    private final Dataset dataset;
    private final List<CorpusFiles> from;
    private final Layout to;
    private final Map<String, String> metadata;
    private final BiPredicate<Integer, SpecificRecord> kept;
    private final UnaryOperator<SpecificRecord> change;
    private final BinaryOperator<SpecificRecord> join;
    private final long fileBytes;
    private final long memory;
    private final Map<StoredPart, Integer> corpora = new HashMap<>();
    private int temporary;
    private long removed;

    /** The row that was read last, and is not written yet; null at the end of a partition. */
    private SpecificRecord ahead;

    private MergeDataset(
            Dataset dataset,
            List<CorpusFiles> from,
            Layout to,
            Map<String, String> metadata,
            BiPredicate<Integer, SpecificRecord> kept,
            UnaryOperator<SpecificRecord> change,
            BinaryOperator<SpecificRecord> join,
            long fileBytes,
            long memory) {
        this.dataset = dataset;
        this.from = from;
        this.to = to;
        this.metadata = metadata;
        this.kept = kept;
        this.change = change;
        this.join = join;
        this.fileBytes = fileBytes;
        this.memory = memory;
    }

    /**
     * Creates a merge of all rows.
     *
     * @param metadata key and value pairs for the footer of every file, such as versions
     */
    public static MergeDataset of(Dataset dataset, List<CorpusFiles> from, Layout to, Map<String, String> metadata) {
        return new MergeDataset(
                dataset,
                List.copyOf(from),
                to,
                metadata,
                (corpus, row) -> true,
                UnaryOperator.identity(),
                (row, next) -> null,
                FILE_BYTES,
                Runtime.getRuntime().maxMemory() / 2);
    }

    /** Keeps only the rows that the predicate accepts, which is given the place of their corpus in the list, from 0, and the row. */
    public MergeDataset keeping(BiPredicate<Integer, SpecificRecord> rows) {
        return new MergeDataset(dataset, from, to, metadata, rows, change, join, fileBytes, memory);
    }

    /** Changes rows; must not change their sort and partition columns. */
    public MergeDataset changing(UnaryOperator<SpecificRecord> rows) {
        return new MergeDataset(dataset, from, to, metadata, kept, rows, join, fileBytes, memory);
    }

    /** Makes one row of a row and the next: the operator gives it, or null where they stay two. It must keep sort and partition columns. */
    public MergeDataset joining(BinaryOperator<SpecificRecord> rows) {
        return new MergeDataset(dataset, from, to, metadata, kept, change, rows, fileBytes, memory);
    }

    /** Sets the target file size in compressed bytes. */
    public MergeDataset withFileBytes(long bytes) {
        return new MergeDataset(dataset, from, to, metadata, kept, change, join, bytes, memory);
    }

    /** Sets the memory in bytes for the files that are read. */
    MergeDataset withMemory(long bytes) {
        return new MergeDataset(dataset, from, to, metadata, kept, change, join, fileBytes, bytes);
    }

    /**
     * Writes the merged files, or an empty file if no rows remain.
     *
     * @throws IOException naming the file, if one cannot be read or has an unexpected number of rows
     */
    public MergedDataset write() throws IOException {
        var written = new ArrayList<PartFile>();
        for (Map.Entry<String, List<StoredPart>> partition : sources().entrySet()) {
            written.addAll(writePartition(partition.getKey(), partition.getValue()));
        }
        return new MergedDataset(
                dataset,
                from.stream().mapToLong(corpus -> corpus.rows(dataset)).sum(),
                removed,
                written.isEmpty() ? List.of(PartFiles.writeEmpty(dataset, to, metadata)) : written);
    }

    /** Files with rows by the value of their partition, in the order of the corpora and their paths. */
    private Map<String, List<StoredPart>> sources() {
        var parts = new ArrayList<StoredPart>();
        for (int i = 0; i < from.size(); i++) {
            for (PartFile file : from.get(i).of(dataset)) {
                StoredPart part = StoredPart.of(file);
                if (part.rows() > 0) {
                    parts.add(part);
                    corpora.put(part, i);
                }
            }
        }
        return parts.stream().collect(Collectors.groupingBy(StoredPart::partition, TreeMap::new, Collectors.toList()));
    }

    /** Memory needed to read a file, in bytes. */
    private static long memory(StoredPart part) {
        return 2 * Math.min(part.bytes(), ROW_GROUP_BYTES) + PAGES_BYTES;
    }

    private List<PartFile> writePartition(String partition, List<StoredPart> sources) throws IOException {
        List<StoredPart> reduced = reduced(sources);
        long bytes = reduced.stream().mapToLong(StoredPart::bytes).sum();
        long rows = reduced.stream().mapToLong(StoredPart::rows).sum();
        long files = Math.max(1, (bytes + fileBytes - 1) / fileBytes);
        long perFile = (rows + files - 1) / files;
        var temporaries = new ArrayList<String>();
        try (MergeRows<SpecificRecord> merged = MergeRows.open(dataset, reduced, this::isKept)) {
            ahead = merged.next();
            SpecificRecord row = nextJoined(merged);
            while (row != null) {
                String file = temporary();
                temporaries.add(file);
                try (WritableByteChannel channel = create(file);
                        ParquetWriter<SpecificRecord> writer =
                                PartWriter.openFor(dataset, metadata, channel, perFile, bytes / files)) {
                    for (long n = 0; n < perFile && row != null; n++) {
                        writer.write(change.apply(row));
                        row = nextJoined(merged);
                    }
                }
            }
        }
        return named(partition, temporaries);
    }

    /** The next row with all that are joined to it; null after the last. */
    private SpecificRecord nextJoined(MergeRows<SpecificRecord> rows) throws IOException {
        SpecificRecord row = ahead;
        while (row != null) {
            ahead = rows.next();
            SpecificRecord joined = ahead == null ? null : join.apply(row, ahead);
            if (joined == null) {
                return row;
            }
            removed++;
            row = joined;
        }
        return null;
    }

    /** Whether a row is kept; of a temporary file all are, which were asked for before. */
    private boolean isKept(StoredPart part, SpecificRecord row) {
        boolean isKept = !corpora.containsKey(part) || kept.test(corpora.get(part), row);
        removed += isKept ? 0 : 1;
        return isKept;
    }

    /** Reduces the files to as many as fit in memory by merging some into temporary files first. */
    private List<StoredPart> reduced(List<StoredPart> sources) throws IOException {
        List<List<StoredPart>> groups = groups(sources);
        while (groups.size() > 1) {
            var fewer = new ArrayList<StoredPart>();
            for (List<StoredPart> group : groups) {
                fewer.add(group.size() == 1 ? group.get(0) : merged(group));
            }
            groups = groups(fewer);
        }
        return groups.get(0);
    }

    /** Groups consecutive files that fit in memory together, at least two per group. */
    private List<List<StoredPart>> groups(List<StoredPart> sources) {
        var groups = new ArrayList<List<StoredPart>>();
        long held = 0;
        for (StoredPart source : sources) {
            List<StoredPart> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (groups.isEmpty() || (last.size() >= 2 && held + memory(source) > memory)) {
                groups.add(new ArrayList<>());
                held = 0;
            }
            groups.get(groups.size() - 1).add(source);
            held += memory(source);
        }
        return groups;
    }

    private StoredPart merged(List<StoredPart> sources) throws IOException {
        String file = temporary();
        long bytes = sources.stream().mapToLong(StoredPart::bytes).sum();
        long rows = sources.stream().mapToLong(StoredPart::rows).sum();
        long written = 0;
        try (MergeRows<SpecificRecord> merged = MergeRows.open(dataset, sources, this::isKept);
                WritableByteChannel channel = create(file);
                ParquetWriter<SpecificRecord> writer = PartWriter.openFor(dataset, metadata, channel, rows, bytes)) {
            for (SpecificRecord row = merged.next(); row != null; row = merged.next()) {
                writer.write(row);
                written++;
            }
        }
        return new StoredPart(file, written, StoredFile.of(file).length());
    }

    private String temporary() {
        return to.run() + "/" + dataset.folder() + "-" + temporary++ + ".parquet";
    }

    private static WritableByteChannel create(String file) throws IOException {
        return FileSystems.create(FileSystems.matchNewResource(file, false), "application/octet-stream");
    }

    private List<PartFile> named(String partition, List<String> temporaries) throws IOException {
        var files = new ArrayList<PartFile>();
        for (int i = 0; i < temporaries.size(); i++) {
            String path = Layout.part(Layout.partition(dataset, partition), i, temporaries.size());
            String file = to.root() + "/" + path;
            FileSystems.rename(
                    List.of(FileSystems.matchNewResource(temporaries.get(i), false)),
                    List.of(FileSystems.matchNewResource(file, false)),
                    StandardMoveOptions.IGNORE_MISSING_FILES);
            files.add(PartFiles.describe(path, file));
        }
        return files;
    }
}
