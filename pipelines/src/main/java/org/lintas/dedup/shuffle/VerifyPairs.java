package org.lintas.dedup.shuffle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
import org.lintas.dedup.text.ComparedText;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Thresholds;
import org.lintas.dedup.text.Tokens;
import org.lintas.dedup.text.VerificationResult;
import org.lintas.dedup.text.Verifier;
import org.lintas.record.CandidateText;
import org.lintas.record.Packer;
import org.lintas.record.VerificationElement;

/**
 * Verifies candidate pairs by their texts: a text is sent once to each batch that has a pair of it. Input: {@link PairBatches},
 * and texts by their ids. Output: {@link VerifiedPair}s. Texts of a batch are held in memory up to a limit, beyond it on disk.
 */
final class VerifyPairs extends PTransform<PCollectionList<KV<byte[], VerificationElement>>, PCollection<byte[]>> {

    private static final long serialVersionUID = 1;

    private final Thresholds thresholds;

    private VerifyPairs(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    static VerifyPairs of(Thresholds thresholds) {
        return new VerifyPairs(thresholds);
    }

    /** Expands a list of several: batches of pairs, then texts. */
    @Override
    public PCollection<byte[]> expand(PCollectionList<KV<byte[], VerificationElement>> batchesAndTexts) {
        PCollection<KV<byte[], VerificationElement>> batches = batchesAndTexts.get(0);
        List<PCollection<KV<byte[], VerificationElement>>> requestsAndTexts = new ArrayList<>(batchesAndTexts.getAll());
        requestsAndTexts.set(0, batches.apply("Request", ParDo.of(new Request())));
        PCollection<KV<byte[], VerificationElement>> sent = PCollectionList.of(requestsAndTexts)
                .apply("RequestsAndTexts", Flatten.pCollections())
                .apply("GroupByText", GroupByKey.create())
                .apply("Send", ParDo.of(new Send()));
        return PCollectionList.of(batches)
                .and(sent)
                .apply("PairsAndTexts", Flatten.pCollections())
                .apply("GroupByBatch", GroupByKey.create())
                .apply("Verify", ParDo.of(new Verify(thresholds)));
    }

    /** Requests each text of a batch once. */
    private static final class Request extends DoFn<KV<byte[], VerificationElement>, KV<byte[], VerificationElement>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void request(
                @Element KV<byte[], VerificationElement> batch, OutputReceiver<KV<byte[], VerificationElement>> out) {
            VerificationElement request = VerificationElement.newBuilder()
                    .setBatch(ByteBuffer.wrap(batch.getKey()))
                    .build();
            byte[] ranks = AvroBytes.of(batch.getValue().getPairs());
            var requested = new HashSet<ByteBuffer>();
            for (int offset = 0; offset < ranks.length; offset += RepresentativeRank.BYTES) {
                byte[] id = RepresentativeRank.id(Arrays.copyOfRange(ranks, offset, offset + RepresentativeRank.BYTES));
                if (requested.add(ByteBuffer.wrap(id))) {
                    out.output(KV.of(id, request));
                }
            }
        }
    }

    /** Sends a text to all batches that requested it: the best of the records with this id. */
    private static final class Send
            extends DoFn<KV<byte[], Iterable<VerificationElement>>, KV<byte[], VerificationElement>> {
        private static final long serialVersionUID = 1;
        private static final int REQUESTS_IN_MEMORY = 10_000;

        @ProcessElement
        public void send(
                @Element KV<byte[], Iterable<VerificationElement>> text,
                OutputReceiver<KV<byte[], VerificationElement>> out)
                throws IOException {
            CandidateText best = null;
            try (var requests = new SpillingList<>(VerificationElement.class, REQUESTS_IN_MEMORY)) {
                for (VerificationElement element : text.getValue()) {
                    if (element.getText() == null) {
                        requests.add(element);
                    } else if (best == null || CandidateTexts.BEST_FIRST.compare(element.getText(), best) < 0) {
                        best = element.getText();
                    }
                }
                VerificationElement own =
                        VerificationElement.newBuilder().setText(best).build();
                requests.forEach(request -> out.output(sent(request, own)));
            }
        }

        private static KV<byte[], VerificationElement> sent(VerificationElement request, VerificationElement text) {
            if (text.getText() == null) {
                throw new IllegalStateException("the text of a candidate is missing");
            }
            return KV.of(AvroBytes.of(request.getBatch()), text);
        }
    }

    /** Verifies the pairs of a batch. */
    private static final class Verify extends DoFn<KV<byte[], Iterable<VerificationElement>>, byte[]> {
        private static final long serialVersionUID = 1;
        private static final long BYTES_IN_MEMORY = 32 << 20;
        private static final Counter JUDGED = Metrics.counter("dedup", "dedup.judged");
        private static final Counter VERIFIED = Metrics.counter("dedup", "dedup.verified");

        private final Thresholds thresholds;
        private transient Verifier verifier;
        private transient Packer packer;

        Verify(Thresholds thresholds) {
            this.thresholds = thresholds;
        }

        @Setup
        public void setUp() {
            verifier = new Verifier(thresholds);
            packer = new Packer();
        }

        @ProcessElement
        public void verify(@Element KV<byte[], Iterable<VerificationElement>> batch, OutputReceiver<byte[]> out)
                throws IOException {
            byte[] pairs = new byte[0];
            try (var texts = new TextStore(BYTES_IN_MEMORY)) {
                for (VerificationElement element : batch.getValue()) {
                    if (element.getPairs() == null) {
                        texts.add(element.getText());
                    } else {
                        pairs = AvroBytes.of(element.getPairs());
                    }
                }
                verify(pairs, texts, out);
            }
        }

        /** The pairs of an other text are consecutive, so that it is read once. */
        private void verify(byte[] pairs, TextStore texts, OutputReceiver<byte[]> out) throws IOException {
            byte[] id = null;
            CandidateText other = null;
            ComparedText compared = null;
            for (int offset = 0; offset < pairs.length; offset += PairBatches.PAIR) {
                int better = offset + RepresentativeRank.BYTES;
                byte[] otherId = RepresentativeRank.id(Arrays.copyOfRange(pairs, offset, better));
                if (!Arrays.equals(id, otherId)) {
                    id = otherId;
                    other = texts.get(id);
                    compared = compared(other);
                }
                byte[] betterId =
                        RepresentativeRank.id(Arrays.copyOfRange(pairs, better, better + RepresentativeRank.BYTES));
                verify(texts.get(betterId), other, compared, out);
            }
        }

        private void verify(
                CandidateText better, CandidateText other, ComparedText compared, OutputReceiver<byte[]> out) {
            JUDGED.inc();
            VerificationResult result = verifier.verify(compared(better), compared);
            result.relation().ifPresent(relation -> {
                VERIFIED.inc();
                out.output(VerifiedPair.of(
                        AvroBytes.of(better.getRank()),
                        AvroBytes.of(other.getRank()),
                        AvroBytes.of(better.getDigest()),
                        AvroBytes.of(other.getDigest()),
                        relation,
                        result.similarity(),
                        result.containment()));
            });
        }

        private ComparedText compared(CandidateText text) {
            return new ComparedText(
                    Tokens.of(text.getHeadline().duplicate()),
                    Tokens.of(ByteBuffer.wrap(packer.unpack(text.getTokens()))),
                    new Provenance(text.getUrl(), text.getOutlet(), text.getPublishedAt()));
        }

        @Teardown
        public void tearDown() {
            packer.close();
        }
    }
}
