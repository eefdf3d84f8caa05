package org.lintas.dataset;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Contextful;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Requirements;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.lintas.element.PartFile;
import org.lintas.schemas.Dataset;

/**
 * Writes a dataset as Parquet, partitioned and in as many files as its size asks for: the rows of a partition are spread
 * over its files by a hash of their sort columns, so that the same rows always make the same files. Gives the files written.
 */
public final class WriteDataset<T extends SpecificRecord> extends PTransform<PCollection<T>, PCollection<PartFile>> {

    /** Row bytes before compression that make a file, of some 128 MB. */
    private static final long FILE_BYTES = 384L << 20;

    private static final long serialVersionUID = 1;

    private final Dataset dataset;
    private final Layout layout;
    private final Map<String, String> metadata;
    private final long fileBytes;

    private WriteDataset(Dataset dataset, Layout layout, Map<String, String> metadata, long fileBytes) {
        this.dataset = dataset;
        this.layout = layout;
        this.metadata = metadata;
        this.fileBytes = fileBytes;
    }

    /**
     * Writes rows of a dataset to where the layout has it.
     *
     * @param metadata key and value pairs for the footer of every file, such as versions
     */
    public static <T extends SpecificRecord> WriteDataset<T> of(
            Dataset dataset, Layout layout, Map<String, String> metadata) {
        return new WriteDataset<>(dataset, layout, metadata, FILE_BYTES);
    }

    /** Aims at files of another size, in row bytes before compression. */
    WriteDataset<T> withFileBytes(long bytes) {
        return new WriteDataset<>(dataset, layout, metadata, bytes);
    }

    @Override
    public PCollection<PartFile> expand(PCollection<T> rows) {
        Dataset table = dataset;
        long perFile = fileBytes;
        PCollectionView<Map<String, Long>> bytes = rows.apply(
                        "SizeRows",
                        MapElements.into(TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.longs()))
                                .via(row -> KV.of(Rows.partition(table, row), Rows.bytes(row))))
                .apply("SizePartitions", Sum.longsPerKey())
                .apply("ViewSizes", View.asMap());
        Contextful<Contextful.Fn<T, String>> destination = Contextful.fn(
                (row, context) -> {
                    String partition = Rows.partition(table, row);
                    long size = context.sideInput(bytes).get(partition);
                    int shards = (int) Math.max(1, (size + perFile - 1) / perFile);
                    int shard = Math.floorMod(Rows.shardHash(table, row), shards);
                    return Layout.part(table, partition, shard, shards);
                },
                Requirements.requiresSideInputs(bytes));
        return rows.apply(
                        "WriteFiles",
                        FileIO.<String, T>writeDynamic()
                                .by(destination)
                                .withDestinationCoder(StringUtf8Coder.of())
                                .via(ParquetSink.<T>of(table, metadata))
                                .to(layout.folder(table))
                                .withTempDirectory(layout.run())
                                .withNumShards(1)
                                .withNaming(part -> (window, pane, shards, shard, compression) -> part))
                .getPerDestinationOutputFilenames()
                .apply("DescribeFiles", ParDo.of(new DescribeFile(table)));
    }

    private static final class DescribeFile extends DoFn<KV<String, String>, PartFile> {
        private static final long serialVersionUID = 1;

        private final Dataset dataset;

        DescribeFile(Dataset dataset) {
            this.dataset = dataset;
        }

        @ProcessElement
        public void describe(@Element KV<String, String> file, OutputReceiver<PartFile> out) throws IOException {
            PartFile described = PartFiles.describe(dataset.folder() + "/" + file.getKey(), file.getValue());
            Metrics.counter("dataset", "dataset.files_" + dataset.folder()).inc();
            Metrics.counter("dataset", "dataset.rows_" + dataset.folder()).inc(described.getRows());
            Metrics.counter("dataset", "dataset.bytes_" + dataset.folder()).inc(described.getBytes());
            out.output(described);
        }
    }
}
