package org.lintas.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.record.ArticleReport;

/** Counts in how many reports each key is. */
final class CountKeys extends PTransform<PCollection<ArticleReport>, PCollectionView<Frequencies>> {

    private static final long serialVersionUID = 1;

    private CountKeys() {}

    static CountKeys create() {
        return new CountKeys();
    }

    @Override
    public PCollectionView<Frequencies> expand(PCollection<ArticleReport> reports) {
        return reports.apply("Count", ParDo.of(new Count()))
                .setCoder(FrequenciesCoder.INSTANCE)
                .apply("Sum", Combine.globally(new Sum()).asSingletonView());
    }

    /** One table a bundle: a table of each report would be sent, and is large. */
    private static final class Count extends DoFn<ArticleReport, Frequencies> {
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
                context.output(counted, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
            }
        }
    }

    private static final class Sum extends Combine.CombineFn<Frequencies, Frequencies, Frequencies> {
        private static final long serialVersionUID = 1;

        @Override
        public Frequencies createAccumulator() {
            return new Frequencies();
        }

        @Override
        public Frequencies addInput(Frequencies sum, Frequencies input) {
            sum.addAll(input);
            return sum;
        }

        @Override
        public Frequencies mergeAccumulators(Iterable<Frequencies> accumulators) {
            var sum = new Frequencies();
            accumulators.forEach(sum::addAll);
            return sum;
        }

        @Override
        public Frequencies extractOutput(Frequencies sum) {
            return sum;
        }

        @Override
        public Coder<Frequencies> getAccumulatorCoder(CoderRegistry registry, Coder<Frequencies> input) {
            return FrequenciesCoder.INSTANCE;
        }

        @Override
        public Coder<Frequencies> getDefaultOutputCoder(CoderRegistry registry, Coder<Frequencies> input) {
            return FrequenciesCoder.INSTANCE;
        }
    }

    private static final class FrequenciesCoder extends CustomCoder<Frequencies> {
        private static final long serialVersionUID = 1;
        private static final FrequenciesCoder INSTANCE = new FrequenciesCoder();

        @Override
        public void encode(Frequencies frequencies, OutputStream out) throws IOException {
            frequencies.write(out);
        }

        @Override
        public Frequencies decode(InputStream in) throws IOException {
            return Frequencies.read(in);
        }
    }
}
