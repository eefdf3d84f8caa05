package org.lintas.dataset;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.lintas.element.PartFile;
import org.lintas.schemas.Dataset;

/**
 * Merges a dataset of several corpora into well-sized files: the rows of a partition in one order, cut into files of equal numbers of rows. As
 * all files are sorted, a few row groups are all that is held in memory.
 */
public final class MergeDataset {

    /** What a file is to take at most, compressed. */
    private static final long FILE_BYTES = 256L << 20;

    /** What an open file holds at most of itself: a row group, compressed. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** What an open file holds besides: pages of its columns, decompressed. */
    private static final long PAGES_BYTES = 4L << 20;

    private record Source(String file, long bytes, long rows) {
        long memory() {
            return 2 * Math.min(bytes, ROW_GROUP_BYTES) + PAGES_BYTES;
        }
    }

    private final Dataset dataset;
    private final List<Layout> from;
    private final Layout to;
    private final Map<String, String> metadata;
    private final Predicate<SpecificRecord> kept;
    private final UnaryOperator<SpecificRecord> change;
    private final long fileBytes;
    private final long memory;
    private int temporary;

    private MergeDataset(
            Dataset dataset,
            List<Layout> from,
            Layout to,
            Map<String, String> metadata,
            Predicate<SpecificRecord> kept,
            UnaryOperator<SpecificRecord> change,
            long fileBytes,
            long memory) {
        this.dataset = dataset;
        this.from = from;
        this.to = to;
        this.metadata = metadata;
        this.kept = kept;
        this.change = change;
        this.fileBytes = fileBytes;
        this.memory = memory;
    }

    /**
     * Merges all rows.
     *
     * @param metadata key and value pairs for the footer of every file, such as versions
     */
    public static MergeDataset of(Dataset dataset, List<Layout> from, Layout to, Map<String, String> metadata) {
        return new MergeDataset(
                dataset,
                List.copyOf(from),
                to,
                metadata,
                row -> true,
                UnaryOperator.identity(),
                FILE_BYTES,
                Runtime.getRuntime().maxMemory() / 2);
    }

    /** Leaves rows out. */
    public MergeDataset keeping(Predicate<SpecificRecord> rows) {
        return new MergeDataset(dataset, from, to, metadata, rows, change, fileBytes, memory);
    }

    /** Changes rows, but for what they are sorted and partitioned by. */
    public MergeDataset changing(UnaryOperator<SpecificRecord> rows) {
        return new MergeDataset(dataset, from, to, metadata, kept, rows, fileBytes, memory);
    }

    /** Aims at files of another size, in compressed bytes. */
    public MergeDataset withFileBytes(long bytes) {
        return new MergeDataset(dataset, from, to, metadata, kept, change, bytes, memory);
    }

    /** Holds another number of bytes of the files that are read in memory. */
    MergeDataset withMemory(long bytes) {
        return new MergeDataset(dataset, from, to, metadata, kept, change, fileBytes, bytes);
    }

    /** Writes the merged files, or an empty one where no row is left, and gives them. */
    public List<PartFile> write() throws IOException {
        var written = new ArrayList<PartFile>();
        for (Map.Entry<String, List<Source>> partition : sources().entrySet()) {
            written.addAll(writePartition(partition.getKey(), partition.getValue()));
        }
        return written.isEmpty() ? List.of(PartFiles.writeEmpty(dataset, to, metadata)) : written;
    }

    /** Files by the value of their partition, in the order of the corpora and their paths. */
    private Map<String, List<Source>> sources() throws IOException {
        Map<String, List<Source>> sources = new TreeMap<>();
        for (Layout corpus : from) {
            String folder = corpus.folder(dataset) + "/";
            List<MatchResult.Metadata> files =
                    new ArrayList<>(FileSystems.match(folder + "**.parquet", EmptyMatchTreatment.ALLOW)
                            .metadata());
            files.sort(
                    (a, b) -> a.resourceId().toString().compareTo(b.resourceId().toString()));
            for (MatchResult.Metadata file : files) {
                String path = file.resourceId().toString();
                String below = path.substring(path.lastIndexOf(folder) + folder.length());
                String partition =
                        below.contains("/") ? below.substring(below.indexOf('=') + 1, below.indexOf('/')) : "";
                long rows = rows(path, file.sizeBytes());
                if (rows > 0) {
                    sources.computeIfAbsent(partition, any -> new ArrayList<>())
                            .add(new Source(path, file.sizeBytes(), rows));
                }
            }
        }
        return sources;
    }

    private static long rows(String file, long bytes) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new PartInput(file, bytes))) {
            return reader.getRecordCount();
        }
    }

    private List<PartFile> writePartition(String partition, List<Source> sources) throws IOException {
        List<Source> few = reduced(sources);
        long bytes = few.stream().mapToLong(Source::bytes).sum();
        long rows = few.stream().mapToLong(Source::rows).sum();
        long files = Math.max(1, (bytes + fileBytes - 1) / fileBytes);
        long perFile = (rows + files - 1) / files;
        var temporaries = new ArrayList<String>();
        try (MergeRows<SpecificRecord> merged =
                MergeRows.open(dataset, few.stream().map(Source::file).toList())) {
            SpecificRecord row = nextKept(merged);
            while (row != null) {
                String file = temporary();
                temporaries.add(file);
                try (WritableByteChannel channel = create(file);
                        ParquetWriter<SpecificRecord> writer =
                                PartWriter.openFor(dataset, metadata, channel, perFile, bytes / files)) {
                    for (long n = 0; n < perFile && row != null; n++) {
                        writer.write(change.apply(row));
                        row = nextKept(merged);
                    }
                }
            }
        }
        return named(partition, temporaries);
    }

    private SpecificRecord nextKept(MergeRows<SpecificRecord> rows) throws IOException {
        SpecificRecord row = rows.next();
        while (row != null && !kept.test(row)) {
            row = rows.next();
        }
        return row;
    }

    /** As many files as fit in memory at once: where there are more, some are merged into temporary ones first. */
    private List<Source> reduced(List<Source> sources) throws IOException {
        List<List<Source>> groups = groups(sources);
        while (groups.size() > 1) {
            var fewer = new ArrayList<Source>();
            for (List<Source> group : groups) {
                fewer.add(group.size() == 1 ? group.get(0) : merged(group));
            }
            groups = groups(fewer);
        }
        return groups.get(0);
    }

    /** Files in a row that fit in memory together, and at least two. */
    private List<List<Source>> groups(List<Source> sources) {
        var groups = new ArrayList<List<Source>>();
        long held = 0;
        for (Source source : sources) {
            List<Source> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (groups.isEmpty() || (last.size() >= 2 && held + source.memory() > memory)) {
                groups.add(new ArrayList<>());
                held = 0;
            }
            groups.get(groups.size() - 1).add(source);
            held += source.memory();
        }
        return groups;
    }

    private Source merged(List<Source> sources) throws IOException {
        String file = temporary();
        long bytes = sources.stream().mapToLong(Source::bytes).sum();
        long rows = sources.stream().mapToLong(Source::rows).sum();
        try (MergeRows<SpecificRecord> merged = MergeRows.open(
                        dataset, sources.stream().map(Source::file).toList());
                WritableByteChannel channel = create(file);
                ParquetWriter<SpecificRecord> writer = PartWriter.openFor(dataset, metadata, channel, rows, bytes)) {
            for (SpecificRecord row = merged.next(); row != null; row = merged.next()) {
                writer.write(row);
            }
        }
        return new Source(file, FileSystems.matchSingleFileSpec(file).sizeBytes(), rows);
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
