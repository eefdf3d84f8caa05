package org.lintas.dedup;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.lintas.element.CandidateText;
import org.lintas.element.Comparison;
import org.lintas.element.Draft;
import org.lintas.element.Fate;
import org.lintas.schemas.Duplicate;

/**
 * Keeps one article of each cluster of exact and near duplicates, by {@link Copy#BEST_FIRST}; the plain reference is {@link NearDuplicates}. An
 * article that shares nothing with another one passes straight: only sketches of it are shuffled, never its text.
 */
public final class DropDuplicates extends PTransform<PCollection<Draft>, PCollectionTuple> {

    public static final TupleTag<Draft> ARTICLES = new TupleTag<>() {};
    public static final TupleTag<Duplicate> DUPLICATES = new TupleTag<>() {};

    private static final long serialVersionUID = 1;

    private final Thresholds thresholds;
    private final long articles;

    private DropDuplicates(Thresholds thresholds, long articles) {
        this.thresholds = thresholds;
        this.articles = articles;
    }

    /**
     * Drops duplicates.
     *
     * @param articles about how many there are; far more of them only make it slower
     */
    public static DropDuplicates of(Thresholds thresholds, long articles) {
        return new DropDuplicates(thresholds, articles);
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        PCollection<Draft> signed = drafts.apply("Sign", ParDo.of(new Sign()));
        PCollectionTuple candidates = signed.apply("Sketch", ParDo.of(new SketchText()))
                .apply("FindCandidates", FindCandidates.of(KeyFilter.bytes(articles)));
        PCollectionView<byte[]> filter = candidates.get(FindCandidates.INVOLVED).apply("View", View.asSingleton());
        // Two filters in place of one with two outputs, which would send each text to both.
        PCollection<Draft> alone =
                signed.apply("Alone", ParDo.of(new Alone(filter)).withSideInputs(filter));
        PCollection<Draft> involved =
                signed.apply("Involved", ParDo.of(new Involved(filter)).withSideInputs(filter));
        PCollection<KV<byte[], Comparison>> texts =
                involved.apply("Texts", ParDo.of(new Texts(filter)).withSideInputs(filter));
        PCollection<KV<String, Fate>> merges = PCollectionList.of(candidates.get(FindCandidates.PAIRS))
                .and(texts)
                .apply("VerifyPairs", VerifyPairs.of(thresholds))
                .apply("FormClusters", FormClusters.create());
        PCollectionTuple settled = involved.apply("SettleCopies", SettleCopies.of(merges));
        PCollection<Draft> kept = PCollectionList.of(alone)
                .and(settled.get(SettleCopies.ARTICLES))
                .apply("Articles", Flatten.pCollections());
        return PCollectionTuple.of(ARTICLES, kept).and(DUPLICATES, settled.get(SettleCopies.DUPLICATES));
    }

    private static final class Sign extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void sign(@Element Draft draft, OutputReceiver<Draft> out) {
            byte[] signature = Signature.of(Tokens.of(draft.getText())).toBytes();
            out.output(Draft.newBuilder(draft)
                    .setSignature(ByteBuffer.wrap(signature))
                    .build());
        }
    }

    private static final class SketchText extends DoFn<Draft, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private transient RecordBlocks sketches;

        @StartBundle
        public void start() {
            sketches = new RecordBlocks();
        }

        @ProcessElement
        public void sketch(@Element Draft draft, OutputReceiver<KV<Integer, byte[]>> out) {
            byte[] sketch = Sketch.of(draft, Bytes.of(draft.getSignature()));
            sketches.add(Sketch.digestHash(sketch), sketch, (key, block) -> out.output(KV.of(key, block)));
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            sketches.flush((key, block) ->
                    context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /** Whether an article is in a candidate pair; now and then of one that is not. */
    private static boolean isCandidate(Draft draft, KeyFilter filter) {
        return filter.mayContain(Standing.idHash(draft.getArticleId()));
    }

    /** Whether an article may have duplicates. */
    private static boolean isInvolved(Draft draft, KeyFilter filter) {
        return isCandidate(draft, filter) || filter.mayContain(Sketch.digestHash(draft.getContentDigest()));
    }

    private static final class Alone extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<byte[]> filter;

        Alone(PCollectionView<byte[]> filter) {
            this.filter = filter;
        }

        @ProcessElement
        public void keep(ProcessContext context) {
            Draft draft = context.element();
            if (!isInvolved(draft, new KeyFilter(context.sideInput(filter)))) {
                context.output(Draft.newBuilder(draft)
                        .setFirstPublishedAt(draft.getPublishedAt())
                        .setOutlets(draft.getSource() == null ? List.of() : List.of(draft.getSource()))
                        .build());
            }
        }
    }

    private static final class Involved extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<byte[]> filter;

        Involved(PCollectionView<byte[]> filter) {
            this.filter = filter;
        }

        @ProcessElement
        public void keep(ProcessContext context) {
            if (isInvolved(context.element(), new KeyFilter(context.sideInput(filter)))) {
                context.output(context.element());
            }
        }
    }

    private static final class Texts extends DoFn<Draft, KV<byte[], Comparison>> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<byte[]> filter;

        Texts(PCollectionView<byte[]> filter) {
            this.filter = filter;
        }

        @ProcessElement
        public void take(ProcessContext context) {
            Draft draft = context.element();
            if (isCandidate(draft, new KeyFilter(context.sideInput(filter)))) {
                byte[] standing = Standing.of(Copy.of(draft), false);
                CandidateText text = CandidateText.newBuilder()
                        .setStanding(ByteBuffer.wrap(standing))
                        .setDigest(ByteBuffer.wrap(Sketch.digest(draft.getContentDigest())))
                        .setUrl(draft.getUrl())
                        .setOutlet(draft.getSource())
                        .setPublishedAt(draft.getPublishedAt())
                        .setTokens(ByteBuffer.wrap(Tokens.of(draft.getText()).toBytes()))
                        .build();
                context.output(KV.of(
                        Standing.id(standing),
                        Comparison.newBuilder().setText(text).build()));
            }
        }
    }
}
