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
import org.apache.beam.sdk.values.TupleTagList;
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

    private static final TupleTag<Draft> SKETCHED = new TupleTag<>() {};
    private static final TupleTag<KV<Integer, byte[]>> SKETCHES = new TupleTag<>() {};
    private static final TupleTag<Draft> ALONE = new TupleTag<>() {};
    private static final TupleTag<Draft> INVOLVED = new TupleTag<>() {};
    private static final TupleTag<KV<byte[], Comparison>> TEXTS = new TupleTag<>() {};

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
        PCollectionTuple sketched =
                drafts.apply("Sketch", ParDo.of(new SketchText()).withOutputTags(SKETCHED, TupleTagList.of(SKETCHES)));
        PCollectionTuple candidates =
                sketched.get(SKETCHES).apply("FindCandidates", FindCandidates.of(KeyFilter.bytes(articles)));
        PCollectionView<byte[]> involved =
                candidates.get(FindCandidates.INVOLVED).apply("View", View.asSingleton());
        PCollectionTuple split = sketched.get(SKETCHED)
                .apply(
                        "Split",
                        ParDo.of(new Split(involved))
                                .withSideInputs(involved)
                                .withOutputTags(ALONE, TupleTagList.of(INVOLVED).and(TEXTS)));
        PCollection<KV<String, Fate>> merges = PCollectionList.of(candidates.get(FindCandidates.PAIRS))
                .and(split.get(TEXTS))
                .apply("VerifyPairs", VerifyPairs.of(thresholds))
                .apply("FormClusters", FormClusters.create());
        PCollectionTuple settled = split.get(INVOLVED).apply("SettleCopies", SettleCopies.of(merges));
        PCollection<Draft> kept = PCollectionList.of(split.get(ALONE))
                .and(settled.get(SettleCopies.ARTICLES))
                .apply("Articles", Flatten.pCollections());
        return PCollectionTuple.of(ARTICLES, kept).and(DUPLICATES, settled.get(SettleCopies.DUPLICATES));
    }

    private static final class SketchText extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        private transient RecordBlocks sketches;

        @StartBundle
        public void start() {
            sketches = new RecordBlocks();
        }

        @ProcessElement
        public void sketch(@Element Draft draft, MultiOutputReceiver out) {
            byte[] signature = Signature.of(Tokens.of(draft.getText())).toBytes();
            byte[] sketch = Sketch.of(draft, signature);
            sketches.add(
                    Sketch.digestHash(sketch),
                    sketch,
                    (key, block) -> out.get(SKETCHES).output(KV.of(key, block)));
            out.get(SKETCHED)
                    .output(Draft.newBuilder(draft)
                            .setSignature(ByteBuffer.wrap(signature))
                            .build());
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            sketches.flush((key, block) -> context.output(
                    SKETCHES, KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }

    /** Parts what may have a duplicate from what has none. */
    private static final class Split extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<byte[]> involved;

        Split(PCollectionView<byte[]> involved) {
            this.involved = involved;
        }

        @ProcessElement
        public void split(ProcessContext context) {
            Draft draft = context.element();
            var filter = new KeyFilter(context.sideInput(involved));
            boolean isCandidate = filter.mayContain(Standing.idHash(draft.getArticleId()));
            if (!isCandidate && !filter.mayContain(Sketch.digestHash(draft.getContentDigest()))) {
                context.output(
                        ALONE,
                        Draft.newBuilder(draft)
                                .setFirstPublishedAt(draft.getPublishedAt())
                                .setOutlets(draft.getSource() == null ? List.of() : List.of(draft.getSource()))
                                .build());
                return;
            }
            context.output(INVOLVED, draft);
            if (isCandidate) {
                context.output(TEXTS, KV.of(Standing.id(Standing.of(Copy.of(draft), false)), text(draft)));
            }
        }

        private static Comparison text(Draft draft) {
            return Comparison.newBuilder()
                    .setText(CandidateText.newBuilder()
                            .setStanding(ByteBuffer.wrap(Standing.of(Copy.of(draft), false)))
                            .setDigest(ByteBuffer.wrap(Sketch.digest(draft.getContentDigest())))
                            .setUrl(draft.getUrl())
                            .setOutlet(draft.getSource())
                            .setPublishedAt(draft.getPublishedAt())
                            .setTokens(
                                    ByteBuffer.wrap(Tokens.of(draft.getText()).toBytes()))
                            .build())
                    .build();
        }
    }
}
