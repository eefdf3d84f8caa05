package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.lintas.dedup.text.Copy;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Origin;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Thresholds;
import org.lintas.dedup.text.Tokens;
import org.lintas.record.CandidateText;
import org.lintas.record.Comparison;
import org.lintas.record.Draft;
import org.lintas.record.Fate;
import org.lintas.record.Merge;
import org.lintas.record.Progress;
import org.lintas.schemas.Article;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.Fingerprint;

/**
 * Keeps one article of each cluster of exact and near duplicates, by {@link Copy#BEST_FIRST}; the plain reference is {@link NearDuplicates}. An
 * article that shares nothing with another one passes straight: only sketches of it are shuffled, never its text.
 */
public final class DropDuplicates extends PTransform<PCollection<Draft>, PCollectionTuple> {

    public static final TupleTag<Draft> ARTICLES = new TupleTag<>() {};
    public static final TupleTag<Duplicate> DUPLICATES = new TupleTag<>() {};

    /** Of the texts that were merged into an article; those of the articles follow from the articles. */
    public static final TupleTag<Fingerprint> MERGED = new TupleTag<>() {};

    /** Reads articles of earlier corpora: those whose ids a predicate accepts. */
    @FunctionalInterface
    public interface EarlierTexts {

        /**
         * The articles.
         *
         * @param filter bytes that the predicate is made of
         * @param ids accepts the ids of the articles that are needed
         */
        PCollection<Article> read(PCollectionView<byte[]> filter, SerializableFunction<byte[], Predicate<String>> ids);
    }

    private static final long serialVersionUID = 1;

    private final Thresholds thresholds;
    private final long articles;
    private final transient PCollection<Fingerprint> earlier;
    private final transient EarlierTexts earlierTexts;

    private DropDuplicates(
            Thresholds thresholds, long articles, PCollection<Fingerprint> earlier, EarlierTexts earlierTexts) {
        this.thresholds = thresholds;
        this.articles = articles;
        this.earlier = earlier;
        this.earlierTexts = earlierTexts;
    }

    /**
     * Drops duplicates.
     *
     * @param articles about how many there are, of earlier corpora too; far more of them only make it slower
     * @param earlier fingerprints of earlier corpora, whose clusters stay; empty if there are none
     * @param earlierTexts reads their articles
     */
    public static DropDuplicates of(
            Thresholds thresholds, long articles, PCollection<Fingerprint> earlier, EarlierTexts earlierTexts) {
        return new DropDuplicates(thresholds, articles, earlier, earlierTexts);
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        PCollection<Draft> signed = drafts.apply("Sign", ParDo.of(new Sign()));
        PCollectionTuple candidates = PCollectionList.of(signed.apply("Sketch", ParDo.of(new SketchText())))
                .and(earlier.apply("SketchEarlier", ParDo.of(new SketchEarlier())))
                .apply("Sketches", Flatten.pCollections())
                .apply("FindCandidates", FindCandidates.of(KeyFilter.bytes(articles)));
        PCollectionView<byte[]> filter = candidates
                .get(FindCandidates.INVOLVED)
                .apply("View", View.<byte[]>asSingleton().withDefaultValue(new byte[KeyFilter.bytes(0)]));
        // Two filters in place of one with two outputs, which would send each text to both.
        PCollection<Draft> alone =
                signed.apply("Alone", ParDo.of(new Alone(filter)).withSideInputs(filter));
        PCollection<Draft> involved =
                signed.apply("Involved", ParDo.of(new Involved(filter)).withSideInputs(filter));
        PCollection<KV<byte[], Comparison>> texts = PCollectionList.of(
                        involved.apply("Texts", ParDo.of(new Texts(filter)).withSideInputs(filter)))
                .and(earlierTexts
                        .read(filter, DropDuplicates::ids)
                        .apply("EarlierTexts", ParDo.of(new TextOfEarlier())))
                .apply("AllTexts", Flatten.pCollections());
        PCollection<KV<String, Fate>> merges = PCollectionList.of(candidates.get(FindCandidates.PAIRS))
                .and(texts)
                .apply("VerifyPairs", VerifyPairs.of(thresholds))
                .apply("FormClusters", FormClusters.create());
        PCollection<KV<String, Fate>> past =
                earlier.apply("Past", ParDo.of(new Past(filter)).withSideInputs(filter));
        PCollection<KV<String, Fate>> decided =
                PCollectionList.of(merges).and(past).apply("Decided", Flatten.pCollections());
        PCollectionTuple settled = involved.apply("SettleCopies", SettleCopies.of(decided));
        PCollection<Draft> kept = PCollectionList.of(alone)
                .and(settled.get(SettleCopies.ARTICLES))
                .apply("Articles", Flatten.pCollections());
        return PCollectionTuple.of(ARTICLES, kept)
                .and(DUPLICATES, settled.get(SettleCopies.DUPLICATES))
                .and(MERGED, settled.get(SettleCopies.MERGED));
    }

    private static Predicate<String> ids(byte[] bits) {
        var filter = new KeyFilter(bits);
        return id -> filter.mayContain(Standing.idHash(id));
    }

    private static final class Sign extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void sign(@Element Draft draft, OutputReceiver<Draft> out) {
            byte[] signature = Signature.of(Tokens.of(draft.getText())).toBytes();
            Progress.SIGNED.add(draft.getArticleId());
            out.output(Draft.newBuilder(draft)
                    .setSignature(ByteBuffer.wrap(signature))
                    .setCompleteness(Copy.of(draft).completeness())
                    .build());
        }
    }

    /** Gathers sketches into blocks. */
    private abstract static class Blocks<T> extends DoFn<T, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private transient RecordBlocks sketches;

        @StartBundle
        public void start() {
            sketches = new RecordBlocks();
        }

        @ProcessElement
        public void add(@Element T text, OutputReceiver<KV<Integer, byte[]>> out) {
            byte[] sketch = sketch(text);
            sketches.add(Sketch.digestHash(sketch), sketch, (key, block) -> out.output(KV.of(key, block)));
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            sketches.flush((key, block) ->
                    context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }

        abstract byte[] sketch(T text);
    }

    private static final class SketchText extends Blocks<Draft> {
        private static final long serialVersionUID = 1;

        @Override
        byte[] sketch(Draft draft) {
            return Sketch.of(draft);
        }
    }

    private static final class SketchEarlier extends Blocks<Fingerprint> {
        private static final long serialVersionUID = 1;

        @Override
        byte[] sketch(Fingerprint text) {
            return Sketch.of(text);
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
                context.output(KV.of(
                        Standing.id(standing),
                        comparison(
                                standing,
                                draft.getContentDigest(),
                                new Origin(draft.getUrl(), draft.getSource(), draft.getPublishedAt()),
                                draft.getText())));
            }
        }
    }

    private static final class TextOfEarlier extends DoFn<Article, KV<byte[], Comparison>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void take(@Element Article article, OutputReceiver<KV<byte[], Comparison>> out) {
            byte[] standing = Standing.of(Copy.of(article), true);
            out.output(KV.of(
                    Standing.id(standing),
                    comparison(
                            standing,
                            article.getContentDigest(),
                            new Origin(article.getUrl(), article.getSource(), article.getPublishedAt()),
                            article.getText())));
        }
    }

    private static Comparison comparison(byte[] standing, String digest, Origin origin, String text) {
        return Comparison.newBuilder()
                .setText(CandidateText.newBuilder()
                        .setStanding(ByteBuffer.wrap(standing))
                        .setDigest(ByteBuffer.wrap(Sketch.digest(digest)))
                        .setUrl(origin.url())
                        .setOutlet(origin.outlet())
                        .setPublishedAt(origin.publishedAt())
                        .setTokens(ByteBuffer.wrap(Tokens.of(text).toBytes()))
                        .build())
                .build();
    }

    /** What new copies must know of earlier texts: what was merged, and what represents it. */
    private static final class Past extends DoFn<Fingerprint, KV<String, Fate>> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<byte[]> filter;

        Past(PCollectionView<byte[]> filter) {
            this.filter = filter;
        }

        @ProcessElement
        public void tell(ProcessContext context) {
            Fingerprint text = context.element();
            var keys = new KeyFilter(context.sideInput(filter));
            boolean isMerged = text.getSignature() == null;
            boolean isCandidate = !isMerged && keys.mayContain(Standing.idHash(text.getRepresentativeId()));
            if (!isCandidate && !keys.mayContain(Sketch.digestHash(text.getContentDigest()))) {
                return;
            }
            String representative = Sketch.key(text.getRepresentativeDigest());
            if (isMerged) {
                context.output(KV.of(
                        Sketch.key(text.getContentDigest()),
                        Fate.newBuilder()
                                .setMerge(Merge.newBuilder()
                                        .setRepresentativeDigest(representative)
                                        .setRelation(text.getRelation())
                                        .setSimilarity(text.getSimilarity())
                                        .setContainment(text.getContainment())
                                        .setIsEarlier(true)
                                        .build())
                                .build()));
            }
            context.output(KV.of(representative, SettleCopies.earlier(text)));
        }
    }
}
