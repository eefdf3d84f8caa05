package org.lintas.dedup.shuffle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.lintas.dedup.text.Origin;
import org.lintas.dedup.text.Thresholds;
import org.lintas.dedup.text.Tokens;
import org.lintas.dedup.text.Verdict;
import org.lintas.dedup.text.Verifier;
import org.lintas.record.CandidateText;
import org.lintas.record.Comparison;

/**
 * Judges candidate pairs by their texts: a text goes once to each batch that has a pair of it. In: {@link PairBatches}, and texts under their ids.
 * Out: {@link Edge}s of verified duplicates. Texts of a batch wait in memory up to a limit, beyond it on disk.
 */
final class VerifyPairs extends PTransform<PCollectionList<KV<byte[], Comparison>>, PCollection<byte[]>> {

    private static final long serialVersionUID = 1;

    private final Thresholds thresholds;

    private VerifyPairs(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    static VerifyPairs of(Thresholds thresholds) {
        return new VerifyPairs(thresholds);
    }

    /** Expands a list of two: batches of pairs, and texts. */
    @Override
    public PCollection<byte[]> expand(PCollectionList<KV<byte[], Comparison>> batchesAndTexts) {
        PCollection<KV<byte[], Comparison>> batches = batchesAndTexts.get(0);
        PCollection<KV<byte[], Comparison>> sent = PCollectionList.of(batches.apply("Request", ParDo.of(new Request())))
                .and(batchesAndTexts.get(1))
                .apply("RequestsAndTexts", Flatten.pCollections())
                .apply("GroupByText", GroupByKey.create())
                .apply("Send", ParDo.of(new Send()));
        return PCollectionList.of(batches)
                .and(sent)
                .apply("PairsAndTexts", Flatten.pCollections())
                .apply("GroupByBatch", GroupByKey.create())
                .apply("Judge", ParDo.of(new Judge(thresholds)));
    }

    /** Asks for each text of a batch once. */
    private static final class Request extends DoFn<KV<byte[], Comparison>, KV<byte[], Comparison>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void request(@Element KV<byte[], Comparison> batch, OutputReceiver<KV<byte[], Comparison>> out) {
            Comparison request = Comparison.newBuilder()
                    .setBatch(ByteBuffer.wrap(batch.getKey()))
                    .build();
            byte[] standings = Bytes.of(batch.getValue().getPairs());
            var asked = new HashSet<ByteBuffer>();
            for (int offset = 0; offset < standings.length; offset += Standing.BYTES) {
                byte[] id = Standing.id(Arrays.copyOfRange(standings, offset, offset + Standing.BYTES));
                if (asked.add(ByteBuffer.wrap(id))) {
                    out.output(KV.of(id, request));
                }
            }
        }
    }

    /** Sends a text to all batches that asked for it. */
    private static final class Send extends DoFn<KV<byte[], Iterable<Comparison>>, KV<byte[], Comparison>> {
        private static final long serialVersionUID = 1;
        private static final int REQUESTS_IN_MEMORY = 10_000;

        @ProcessElement
        public void send(@Element KV<byte[], Iterable<Comparison>> text, OutputReceiver<KV<byte[], Comparison>> out)
                throws IOException {
            Comparison own = null;
            try (var waiting = new SpillingList<>(Comparison.class, REQUESTS_IN_MEMORY)) {
                for (Comparison comparison : text.getValue()) {
                    if (comparison.getText() != null) {
                        own = comparison;
                    } else if (own == null) {
                        waiting.add(comparison);
                    } else {
                        out.output(sent(comparison, own));
                    }
                }
                Comparison found = own;
                waiting.forEach(request -> out.output(sent(request, found)));
            }
        }

        private static KV<byte[], Comparison> sent(Comparison request, Comparison text) {
            if (text == null) {
                throw new IllegalStateException("the text of a candidate is missing");
            }
            return KV.of(Bytes.of(request.getBatch()), text);
        }
    }

    /** Judges the pairs of a batch. */
    private static final class Judge extends DoFn<KV<byte[], Iterable<Comparison>>, byte[]> {
        private static final long serialVersionUID = 1;
        private static final long BYTES_IN_MEMORY = 32 << 20;
        private static final Counter JUDGED = Metrics.counter("dedup", "dedup.judged");
        private static final Counter VERIFIED = Metrics.counter("dedup", "dedup.verified");

        private final Thresholds thresholds;
        private transient Verifier verifier;

        Judge(Thresholds thresholds) {
            this.thresholds = thresholds;
        }

        @Setup
        public void setUp() {
            verifier = new Verifier(thresholds);
        }

        @ProcessElement
        public void judge(@Element KV<byte[], Iterable<Comparison>> batch, OutputReceiver<byte[]> out)
                throws IOException {
            byte[] pairs = new byte[0];
            try (var texts = new TextStore(BYTES_IN_MEMORY)) {
                for (Comparison comparison : batch.getValue()) {
                    if (comparison.getPairs() == null) {
                        texts.add(comparison.getText());
                    } else {
                        pairs = Bytes.of(comparison.getPairs());
                    }
                }
                judge(pairs, texts, out);
            }
        }

        /** The pairs of an other text come one after the other, so that it is read once. */
        private void judge(byte[] pairs, TextStore texts, OutputReceiver<byte[]> out) throws IOException {
            byte[] id = null;
            CandidateText other = null;
            Tokens tokens = null;
            for (int offset = 0; offset < pairs.length; offset += PairBatches.PAIR) {
                int better = offset + Standing.BYTES;
                byte[] otherId = Standing.id(Arrays.copyOfRange(pairs, offset, better));
                if (!Arrays.equals(id, otherId)) {
                    id = otherId;
                    other = texts.get(id);
                    tokens = Tokens.of(other.getTokens().duplicate());
                }
                byte[] betterId = Standing.id(Arrays.copyOfRange(pairs, better, better + Standing.BYTES));
                judge(texts.get(betterId), other, tokens, out);
            }
        }

        private void judge(CandidateText better, CandidateText other, Tokens tokens, OutputReceiver<byte[]> out) {
            JUDGED.inc();
            Verdict verdict =
                    verifier.verify(Tokens.of(better.getTokens().duplicate()), origin(better), tokens, origin(other));
            verdict.relation().ifPresent(relation -> {
                VERIFIED.inc();
                out.output(Edge.of(
                        Bytes.of(better.getStanding()),
                        Bytes.of(other.getStanding()),
                        Bytes.of(better.getDigest()),
                        Bytes.of(other.getDigest()),
                        relation,
                        verdict.similarity(),
                        verdict.containment()));
            });
        }

        private static Origin origin(CandidateText text) {
            return new Origin(text.getUrl(), text.getOutlet(), text.getPublishedAt());
        }
    }
}
