package org.lintas.incident;

import java.util.Map;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.record.ArticleReport;

/** Counts in how many reports each key is: the pieces of {@link Frequencies} by their number. */
final class CountKeys extends PTransform<PCollection<ArticleReport>, PCollectionView<Map<Integer, byte[]>>> {

    private static final long serialVersionUID = 1;

    private CountKeys() {}

    static CountKeys create() {
        return new CountKeys();
    }

    @Override
    public PCollectionView<Map<Integer, byte[]>> expand(PCollection<ArticleReport> reports) {
        return reports.apply("Count", ParDo.of(new Count()))
                .apply("Sum", Combine.perKey(new Sum()))
                .apply("View", View.asMap());
    }

    /** One table a bundle: a table of each report would be sent, and is large. */
    private static final class Count extends DoFn<ArticleReport, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private transient Frequencies counted;

        @StartBundle
        public void start() {
            counted = null;
        }

        @ProcessElement
        public void count(@Element ArticleReport report) {
            if (counted == null) {
                counted = new Frequencies();
            }
            var one = new Report(report);
            counted.add(Keys.all(one), one.partOfYear(), !one.isEarlier());
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            if (counted != null) {
                counted.forEachPiece((number, piece) ->
                        context.output(KV.of(number, piece), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
            }
        }
    }

    private static final class Sum extends Combine.BinaryCombineFn<byte[]> {
        private static final long serialVersionUID = 1;

        @Override
        public byte[] apply(byte[] one, byte[] other) {
            return Frequencies.merge(one, other);
        }
    }
}
