package org.lintas.dataset;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.lintas.record.PartFile;
import org.lintas.record.ProgressReporter;

/**
 * Writes the rows of all datasets as Parquet, partitioned, with the number of files depending on size: the rows of a partition are spread over its
 * files by a hash of their sort columns, so that the same rows always make the same files. One step writes all datasets because every step adds to
 * the start time of a job. Returns the files written.
 */
public final class WriteDatasets extends PTransform<PCollection<SpecificRecord>, PCollection<PartFile>> {

    /** Row bytes before compression per file; compressed about 128 MB. */
    private static final long FILE_BYTES = 384L << 20;

    private static final long serialVersionUID = 1;

    private final Layout layout;
    private final TreeMap<String, String> metadata;
    private final long fileBytes;
    private final ProgressReporter reporter;

    private WriteDatasets(Layout layout, Map<String, String> metadata, long fileBytes, ProgressReporter reporter) {
        this.layout = layout;
        this.metadata = new TreeMap<>(metadata);
        this.fileBytes = fileBytes;
        this.reporter = reporter;
    }

    /**
     * Writes rows to the folders of their datasets.
     *
     * @param metadata key and value pairs for the footer of every file, such as versions
     */
    public static WriteDatasets of(Layout layout, Map<String, String> metadata) {
        return new WriteDatasets(layout, metadata, FILE_BYTES, ProgressReporter.none());
    }

    /** Reports progress to a reporter. */
    public WriteDatasets withReporter(ProgressReporter newReporter) {
        return new WriteDatasets(layout, metadata, fileBytes, newReporter);
    }

    /** Sets the file size, in row bytes before compression. */
    WriteDatasets withFileBytes(long bytes) {
        return new WriteDatasets(layout, metadata, bytes, reporter);
    }

    @Override
    public PCollection<PartFile> expand(PCollection<SpecificRecord> rows) {
        Map<String, String> footer = metadata;
        PCollectionView<Map<String, Long>> bytes = rows.apply(
                        "SizeRows",
                        MapElements.into(TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.longs()))
                                .via(row -> KV.of(Rows.partition(row), Rows.bytes(row))))
                .apply("SizePartitions", Sum.longsPerKey())
                .apply("ViewSizes", View.asMap());
        return rows.apply(
                        "AssignFiles",
                        ParDo.of(new AssignFile(bytes, fileBytes)).withSideInputs(bytes))
                .apply(
                        "WriteFiles",
                        WriteFiles.of(layout, path -> ParquetSink.of(Layout.dataset(path), footer))
                                .withReporter(reporter))
                .apply("DescribeFiles", ParDo.of(new DescribeFile(layout)));
    }

    private static final class AssignFile extends DoFn<SpecificRecord, KV<String, SpecificRecord>> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<Map<String, Long>> bytes;
        private final long perFile;

        AssignFile(PCollectionView<Map<String, Long>> bytes, long perFile) {
            this.bytes = bytes;
            this.perFile = perFile;
        }

        @ProcessElement
        public void assign(ProcessContext context) {
            SpecificRecord row = context.element();
            String partition = Rows.partition(row);
            long size = context.sideInput(bytes).get(partition);
            int shards = (int) Math.max(1, (size + perFile - 1) / perFile);
            int shard = Math.floorMod(Rows.shardHash(row), shards);
            context.output(KV.of(Layout.part(partition, shard, shards), row));
        }
    }

    private static final class DescribeFile extends DoFn<String, PartFile> {
        private static final long serialVersionUID = 1;

        private final Layout layout;

        DescribeFile(Layout layout) {
            this.layout = layout;
        }

        @ProcessElement
        public void describe(@Element String path, OutputReceiver<PartFile> out) throws IOException {
            PartFile described = PartFiles.describe(path, layout.root() + "/" + path);
            String dataset = Layout.dataset(path).folder();
            Metrics.counter("dataset", "dataset.files_" + dataset).inc();
            Metrics.counter("dataset", "dataset.rows_" + dataset).inc(described.getRows());
            Metrics.counter("dataset", "dataset.bytes_" + dataset).inc(described.getBytes());
            out.output(described);
        }
    }
}
