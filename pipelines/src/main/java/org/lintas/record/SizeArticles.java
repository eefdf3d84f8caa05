package org.lintas.record;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.schemas.Reject;

/**
 * Estimates the bytes of the rows of articles by language, and those of all articles and of all rejects, before duplicates are dropped: by them rows
 * are divided into files.
 */
public final class SizeArticles extends PTransform<Records<Records.Listed>, PCollectionView<Map<String, Long>>> {

    /** Key of the bytes of articles in all languages; no language has it. */
    public static final String ALL = "*";

    /** Key of the bytes of rejects; no language has it. */
    public static final String REJECTS = "rejects *";

    private static final long serialVersionUID = 1;

    /** Bytes of an article's row without its text, and of a reject's row, as measured. */
    private static final long ROW = 600;

    private static final long REJECT = 200;

    private SizeArticles() {}

    public static SizeArticles create() {
        return new SizeArticles();
    }

    @Override
    public PCollectionView<Map<String, Long>> expand(Records<Records.Listed> records) {
        return records.all()
                .apply("Size", ParDo.of(new Size()))
                .apply("Sum", Sum.longsPerKey())
                .apply("View", View.asMap());
    }

    private static final class Size extends DoFn<SpecificRecord, KV<String, Long>> {
        private static final long serialVersionUID = 1;

        private transient Map<String, Long> bytes;

        @StartBundle
        public void start() {
            bytes = new HashMap<>();
        }

        @ProcessElement
        public void add(@Element SpecificRecord record) {
            if (record instanceof SealedDraft draft) {
                long size = ROW + draft.getTextLength();
                bytes.merge(draft.getLanguage(), size, Long::sum);
                bytes.merge(ALL, size, Long::sum);
            } else if (record instanceof Reject) {
                bytes.merge(REJECTS, REJECT, Long::sum);
            }
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            bytes.forEach((key, size) ->
                    context.output(KV.of(key, size), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }
}
