package org.lintas.incident;

import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.record.ArticleReport;

/** Counts in how many reports each key is, and keeps those that several have: the blocks of {@link Frequencies}. */
final class CountKeys extends PTransform<PCollection<ArticleReport>, PCollectionView<Iterable<byte[]>>> {

    private static final long serialVersionUID = 1;

    /**
     * Keys that are kept, those of a million articles and more: 48 MB in each process, at most 50 MB in each slot. Of more, those of the fewest reports
     * are taken for keys of one, range by range: from some two and a half million keys on in the first ranges.
     */
    private static final int MOST_KEYS = 3_000_000;

    private CountKeys() {}

    static CountKeys create() {
        return new CountKeys();
    }

    @Override
    public PCollectionView<Iterable<byte[]>> expand(PCollection<ArticleReport> reports) {
        return reports.apply("Count", ParDo.of(new Count()))
                .apply("GroupByRange", GroupByKey.create())
                .apply("Sum", ParDo.of(new Sum()))
                .apply("View", View.asIterable());
    }

    /** Counts in memory, and hands on what it has at the end of a bundle, or once that is much. */
    private static final class Count extends DoFn<ArticleReport, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        /** 12 MB with the blocks that are made of them. */
        private static final int KEYS_IN_MEMORY = 200_000;

        private transient KeyCounts counts;

        @StartBundle
        public void start() {
            counts = new KeyCounts();
        }

        @ProcessElement
        public void count(@Element ArticleReport article, OutputReceiver<KV<Integer, byte[]>> out) {
            var report = new Report(article);
            Frequencies.addTo(counts, Keys.all(report), report.partOfYear(), !report.isEarlier());
            if (counts.size() > KEYS_IN_MEMORY) {
                handOn((range, block) -> out.output(KV.of(range, block)));
            }
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            handOn((range, block) ->
                    context.output(KV.of(range, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }

        private void handOn(BiConsumer<Integer, byte[]> action) {
            counts.forEachBlock(1, action);
            counts = new KeyCounts();
        }
    }

    private static final class Sum extends DoFn<KV<Integer, Iterable<byte[]>>, byte[]> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void sum(@Element KV<Integer, Iterable<byte[]>> range, OutputReceiver<byte[]> out) {
            var counts = new KeyCounts();
            range.getValue().forEach(counts::addBlock);
            int least = counts.least(MOST_KEYS / KeyCounts.RANGES);
            counts.forEachBlock(least, (number, block) -> out.output(block));
        }
    }
}
