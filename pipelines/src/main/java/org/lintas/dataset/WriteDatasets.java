package org.lintas.dataset;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.PartFile;
import org.lintas.record.ProgressReporter;

/**
 * Writes the rows of all datasets as Parquet, from blocks by the file that they go to. One step writes all datasets because every step adds to the
 * start time of a job. Returns the files written.
 */
public final class WriteDatasets extends PTransform<PCollection<KV<String, byte[]>>, PCollection<PartFile>> {

    private static final long serialVersionUID = 1;

    private final Layout layout;
    private final TreeMap<String, String> metadata;
    private final ProgressReporter reporter;

    private WriteDatasets(Layout layout, Map<String, String> metadata, ProgressReporter reporter) {
        this.layout = layout;
        this.metadata = new TreeMap<>(metadata);
        this.reporter = reporter;
    }

    /**
     * Writes rows to the folders of their datasets.
     *
     * @param metadata key and value pairs for the footer of every file, such as versions
     */
    public static WriteDatasets of(Layout layout, Map<String, String> metadata) {
        return new WriteDatasets(layout, metadata, ProgressReporter.none());
    }

    /** Reports progress to a reporter. */
    public WriteDatasets withReporter(ProgressReporter newReporter) {
        return new WriteDatasets(layout, metadata, newReporter);
    }

    @Override
    public PCollection<PartFile> expand(PCollection<KV<String, byte[]>> blocks) {
        Map<String, String> footer = metadata;
        return blocks.apply(
                        "WriteFiles",
                        WriteFiles.of(layout, path -> BlockSink.of(Layout.dataset(path), footer), RowBlocks::rows)
                                .withReporter(reporter))
                .apply("DescribeFiles", ParDo.of(new DescribeFile(layout)));
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
