package org.lintas.dedup;

import java.io.IOException;
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
import org.lintas.element.CandidateText;
import org.lintas.element.Comparison;

/**
 * Judges candidate pairs by their texts: the better text of each pair goes to the other one. In: pairs under the id of the better article, and
 * texts under their own. Out: {@link Edge}s of verified duplicates. A text waits with at most a handful of others in memory.
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

    /** Expands a list of two: pairs and texts. */
    @Override
    public PCollection<byte[]> expand(PCollectionList<KV<byte[], Comparison>> pairsAndTexts) {
        PCollection<KV<byte[], Comparison>> sent = pairsAndTexts
                .apply("PairsAndTexts", Flatten.pCollections())
                .apply("GroupByBetter", GroupByKey.create())
                .apply("Send", ParDo.of(new Send()));
        return PCollectionList.of(sent)
                .and(pairsAndTexts.get(1))
                .apply("BetterAndOther", Flatten.pCollections())
                .apply("GroupByOther", GroupByKey.create())
                .apply("Judge", ParDo.of(new Judge(thresholds)));
    }

    /** Sends the text of an article to all partners. */
    private static final class Send extends DoFn<KV<byte[], Iterable<Comparison>>, KV<byte[], Comparison>> {
        private static final long serialVersionUID = 1;
        private static final int PARTNERS_IN_MEMORY = 10_000;

        @ProcessElement
        public void send(@Element KV<byte[], Iterable<Comparison>> article, OutputReceiver<KV<byte[], Comparison>> out)
                throws IOException {
            CandidateText text = null;
            try (var waiting = new SpillingList<>(Comparison.class, PARTNERS_IN_MEMORY)) {
                for (Comparison comparison : article.getValue()) {
                    if (comparison.getPartner() == null) {
                        text = comparison.getText();
                    } else if (text == null) {
                        waiting.add(comparison);
                    } else {
                        out.output(sent(text, comparison));
                    }
                }
                CandidateText own = text;
                waiting.forEach(comparison -> out.output(sent(own, comparison)));
            }
        }

        private static KV<byte[], Comparison> sent(CandidateText text, Comparison comparison) {
            if (text == null) {
                throw new IllegalStateException("the text of a candidate is missing");
            }
            return KV.of(
                    Standing.id(Bytes.of(comparison.getPartner())),
                    Comparison.newBuilder()
                            .setPartner(text.getStanding())
                            .setText(text)
                            .build());
        }
    }

    /** Judges an article against each better text that was sent to it. */
    private static final class Judge extends DoFn<KV<byte[], Iterable<Comparison>>, byte[]> {
        private static final long serialVersionUID = 1;
        private static final int TEXTS_IN_MEMORY = 16;
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
        public void judge(@Element KV<byte[], Iterable<Comparison>> article, OutputReceiver<byte[]> out)
                throws IOException {
            CandidateText own = null;
            try (var better = new SpillingList<>(Comparison.class, TEXTS_IN_MEMORY)) {
                for (Comparison comparison : article.getValue()) {
                    if (comparison.getPartner() == null) {
                        own = comparison.getText();
                    } else {
                        better.add(comparison);
                    }
                }
                if (better.isEmpty()) {
                    return;
                }
                if (own == null) {
                    throw new IllegalStateException("the text of a candidate is missing");
                }
                CandidateText other = own;
                Tokens tokens = Tokens.of(own.getTokens().duplicate());
                better.forEach(comparison -> judge(comparison.getText(), other, tokens, out));
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
