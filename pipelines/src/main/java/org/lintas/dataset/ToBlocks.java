package org.lintas.dataset;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.record.SizeArticles;

/** Collects rows that belong to no article that is kept into blocks by the file that they go to: see {@link RowBlocks}. */
public final class ToBlocks extends PTransform<PCollection<SpecificRecord>, PCollection<KV<String, byte[]>>> {

    private static final long serialVersionUID = 1;

    private final PCollectionView<Map<String, Long>> bytes;
    private final Shards shards;

    private ToBlocks(PCollectionView<Map<String, Long>> bytes, Shards shards) {
        this.bytes = bytes;
        this.shards = shards;
    }

    /**
     * Collects rows.
     *
     * @param bytes estimated bytes of rows by {@link SizeArticles}
     */
    public static ToBlocks of(PCollectionView<Map<String, Long>> bytes) {
        return new ToBlocks(bytes, new Shards(Shards.FILE_BYTES));
    }

    /** Sets the file size, in row bytes before compression. */
    ToBlocks withFileBytes(long fileBytes) {
        return new ToBlocks(bytes, new Shards(fileBytes));
    }

    @Override
    public PCollection<KV<String, byte[]>> expand(PCollection<SpecificRecord> rows) {
        return rows.apply("Collect", ParDo.of(new Collect(bytes, shards)).withSideInputs(bytes));
    }

    private static final class Collect extends DoFn<SpecificRecord, KV<String, byte[]>> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<Map<String, Long>> bytes;
        private final Shards shards;
        private transient RowBlocks blocks;
        private transient Map<String, Long> sizes;

        Collect(PCollectionView<Map<String, Long>> bytes, Shards shards) {
            this.bytes = bytes;
            this.shards = shards;
        }

        @Setup
        public void setUp() {
            blocks = new RowBlocks();
        }

        @StartBundle
        public void start() {
            sizes = null;
        }

        @ProcessElement
        public void collect(ProcessContext context) {
            if (sizes == null) {
                sizes = context.sideInput(bytes);
            }
            String path = shards.file(context.element(), sizes);
            blocks.add(path, context.element(), (file, block) -> context.output(KV.of(file, block)));
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            blocks.flush((file, block) ->
                    context.output(KV.of(file, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }

        @Teardown
        public void tearDown() {
            blocks.close();
        }
    }
}
