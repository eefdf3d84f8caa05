package org.lintas.dedup.shuffle;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.dedup.line.OutletSample;
import org.lintas.dedup.line.RepeatedLines;
import org.lintas.record.Records;
import org.lintas.record.SealedDraft;

/** Finds the lines that each outlet repeats, as {@link RepeatedLines} by outlet; outlets that repeat none are left out. */
final class FindRepeatedLines extends PTransform<Records<Records.Signed>, PCollectionView<Map<String, byte[]>>> {

    /** Of more outlets those with most lines count, so that memory is bounded. */
    private static final int MAX_OUTLETS = 10_000;

    private static final long serialVersionUID = 1;

    private FindRepeatedLines() {}

    static FindRepeatedLines create() {
        return new FindRepeatedLines();
    }

    @Override
    public PCollectionView<Map<String, byte[]>> expand(Records<Records.Signed> records) {
        return records.all()
                .apply("LinesByOutlet", ParDo.of(new LinesByOutlet()))
                .apply("SampleOutlets", Combine.perKey(new Sample()))
                .apply("KeepRepeating", Filter.by(outlet -> outlet.getValue().length > 0))
                .apply("KeepMost", Top.of(MAX_OUTLETS, new MostLines()))
                .apply("TakeOutlets", Flatten.iterables())
                .apply("RepeatedByOutlet", View.asMap());
    }

    private static final class LinesByOutlet extends DoFn<SpecificRecord, KV<String, byte[]>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void take(@Element SpecificRecord record, OutputReceiver<KV<String, byte[]>> out) {
            if (record instanceof SealedDraft draft && draft.getOutlet() != null) {
                out.output(KV.of(draft.getOutlet(), AvroBytes.of(draft.getLines())));
            }
        }
    }

    /** By the number of lines, then by name, so that the same outlets are kept in every run. */
    private static final class MostLines implements Comparator<KV<String, byte[]>>, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public int compare(KV<String, byte[]> one, KV<String, byte[]> other) {
            int lines = Integer.compare(one.getValue().length, other.getValue().length);
            return lines != 0 ? lines : other.getKey().compareTo(one.getKey());
        }
    }

    /** Samples the articles of an outlet, and decides which lines they repeat. */
    private static final class Sample extends Combine.CombineFn<byte[], OutletSample, byte[]> {
        private static final long serialVersionUID = 1;

        @Override
        public OutletSample createAccumulator() {
            return new OutletSample();
        }

        @Override
        public OutletSample addInput(OutletSample sample, byte[] article) {
            sample.add(article);
            return sample;
        }

        @Override
        public OutletSample mergeAccumulators(Iterable<OutletSample> samples) {
            var merged = new OutletSample();
            samples.forEach(merged::addAll);
            return merged;
        }

        @Override
        public byte[] extractOutput(OutletSample sample) {
            return RepeatedLines.of(sample).toBytes();
        }

        @Override
        public Coder<OutletSample> getAccumulatorCoder(CoderRegistry registry, Coder<byte[]> input) {
            return SampleCoder.INSTANCE;
        }
    }

    /** The articles of a sample, each with its length before it. */
    private static final class SampleCoder extends CustomCoder<OutletSample> {
        static final SampleCoder INSTANCE = new SampleCoder();

        private static final long serialVersionUID = 1;

        @Override
        public void encode(OutletSample sample, OutputStream out) throws IOException {
            var data = new DataOutputStream(out);
            List<byte[]> articles = sample.articles();
            data.writeInt(articles.size());
            for (byte[] article : articles) {
                data.writeInt(article.length);
                data.write(article);
            }
            data.flush();
        }

        @Override
        public OutletSample decode(InputStream in) throws IOException {
            var data = new DataInputStream(in);
            var sample = new OutletSample();
            for (int left = data.readInt(); left > 0; left--) {
                var article = new byte[data.readInt()];
                data.readFully(article);
                sample.add(article);
            }
            return sample;
        }

        @Override
        public void verifyDeterministic() {
            // Articles are encoded in the order of their digests.
        }
    }
}
