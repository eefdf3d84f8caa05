package org.lintas.dedup.shuffle;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
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
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Thresholds;
import org.lintas.dedup.text.Tokens;
import org.lintas.record.CandidateText;
import org.lintas.record.ClusterElement;
import org.lintas.record.Draft;
import org.lintas.record.MergeDecision;
import org.lintas.record.Progress;
import org.lintas.record.VerificationElement;
import org.lintas.schemas.Article;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.Fingerprint;

/**
 * Keeps one article of each cluster of exact and near duplicates: the best by {@link RepresentativeRank#BEST_FIRST}. {@link
 * NearDuplicates} is the reference implementation. Of an article without possible duplicates only the signature record is
 * shuffled, never the text.
 */
public final class DropDuplicates extends PTransform<PCollection<Draft>, PCollectionTuple> {

    public static final TupleTag<Draft> ARTICLES = new TupleTag<>() {};
    public static final TupleTag<Duplicate> DUPLICATES = new TupleTag<>() {};

    /** Fingerprints of the texts that were merged into an article; those of kept articles are computed from the articles. */
    public static final TupleTag<Fingerprint> MERGED = new TupleTag<>() {};

    /** Reads the articles of earlier corpora whose ids a predicate accepts. */
    @FunctionalInterface
    public interface EarlierArticleReader {

        /**
         * The articles.
         *
         * @param filter pieces from which the predicate is built
         * @param ids accepts the ids of the articles that are needed
         */
        PCollection<Article> read(
                PCollectionView<Map<Integer, byte[]>> filter,
                SerializableFunction<Map<Integer, byte[]>, Predicate<String>> ids);
    }

    private static final long serialVersionUID = 1;

    private final Thresholds thresholds;
    private final long articles;
    private final transient PCollection<Fingerprint> earlier;
    private final transient EarlierArticleReader earlierArticles;

    private DropDuplicates(
            Thresholds thresholds,
            long articles,
            PCollection<Fingerprint> earlier,
            EarlierArticleReader earlierArticles) {
        this.thresholds = thresholds;
        this.articles = articles;
        this.earlier = earlier;
        this.earlierArticles = earlierArticles;
    }

    /**
     * Drops duplicates.
     *
     * @param articles approximate number of articles, those of earlier corpora included; an estimate that is far too low only costs time
     * @param earlier fingerprints of earlier corpora, whose clusters stay; empty if there are none
     * @param earlierArticles reads their articles
     */
    public static DropDuplicates of(
            Thresholds thresholds,
            long articles,
            PCollection<Fingerprint> earlier,
            EarlierArticleReader earlierArticles) {
        return new DropDuplicates(thresholds, articles, earlier, earlierArticles);
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        PCollection<Draft> signed = drafts.apply("ComputeSignatures", ParDo.of(new ComputeSignatures()));
        int filterBytes = KeyBloomFilter.bytes(articles);
        PCollectionTuple candidates = PCollectionList.of(
                        signed.apply("SignatureRecords", ParDo.of(new SignatureRecords())))
                .and(earlier.apply("EarlierSignatureRecords", ParDo.of(new EarlierSignatureRecords())))
                .apply("AllSignatureRecords", Flatten.pCollections())
                .apply("FindCandidates", FindCandidates.of(filterBytes));
        // No singleton: a combine would have to hold the whole filter as one record.
        PCollectionView<Map<Integer, byte[]>> pieces =
                candidates.get(FindCandidates.FILTER).apply("View", View.asMap());
        var filter = new FilterView(filterBytes, pieces);
        // Two filters instead of one with two outputs, which would send each text to both outputs.
        PCollection<Draft> singletons =
                signed.apply("Singletons", ParDo.of(new Singletons(filter)).withSideInputs(pieces));
        PCollection<Draft> possible = signed.apply(
                "PossibleDuplicates", ParDo.of(new PossibleDuplicates(filter)).withSideInputs(pieces));
        PCollection<KV<byte[], VerificationElement>> texts = PCollectionList.of(possible.apply(
                        "CandidateTexts", ParDo.of(new CandidateTexts(filter)).withSideInputs(pieces)))
                .and(earlierArticles.read(pieces, filter.ids()).apply("EarlierTexts", ParDo.of(new EarlierTexts())))
                .apply("AllTexts", Flatten.pCollections());
        PCollection<KV<String, ClusterElement>> merges = PCollectionList.of(candidates.get(FindCandidates.PAIRS))
                .and(texts)
                .apply("VerifyPairs", VerifyPairs.of(thresholds))
                .apply("FormClusters", FormClusters.create());
        PCollection<KV<String, ClusterElement>> earlierDecisions = earlier.apply(
                "EarlierDecisions", ParDo.of(new EarlierDecisions(filter)).withSideInputs(pieces));
        PCollection<KV<String, ClusterElement>> decided =
                PCollectionList.of(merges).and(earlierDecisions).apply("Decided", Flatten.pCollections());
        PCollectionTuple chosen = possible.apply("ChooseRepresentatives", ChooseRepresentatives.of(decided));
        PCollection<Draft> kept = PCollectionList.of(singletons)
                .and(chosen.get(ChooseRepresentatives.ARTICLES))
                .apply("Articles", Flatten.pCollections());
        return PCollectionTuple.of(ARTICLES, kept)
                .and(DUPLICATES, chosen.get(ChooseRepresentatives.DUPLICATES))
                .and(MERGED, chosen.get(ChooseRepresentatives.MERGED));
    }

    /** The filter of possible duplicates as a side input. */
    private record FilterView(int bytes, PCollectionView<Map<Integer, byte[]>> pieces) implements Serializable {

        KeyBloomFilter in(DoFn<?, ?>.ProcessContext context) {
            return KeyBloomFilter.of(bytes, context.sideInput(pieces));
        }

        /** Makes of its pieces what accepts ids. */
        SerializableFunction<Map<Integer, byte[]>, Predicate<String>> ids() {
            int size = bytes;
            return filled -> {
                KeyBloomFilter filter = KeyBloomFilter.of(size, filled);
                return id -> filter.mayContain(RepresentativeRank.idHash(id));
            };
        }
    }

    private static final class ComputeSignatures extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void sign(@Element Draft draft, OutputReceiver<Draft> out) {
            byte[] signature = Signature.of(Tokens.of(draft.getText())).toBytes();
            Progress.SIGNED.add(draft.getArticleId());
            out.output(Draft.newBuilder(draft)
                    .setSignature(ByteBuffer.wrap(signature))
                    .setCompleteness(RepresentativeRank.of(draft).completeness())
                    .build());
        }
    }

    /** Collects signature records into blocks. */
    private abstract static class SignatureBlocks<T> extends DoFn<T, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1;

        private transient RecordBlocks blocks;

        @StartBundle
        public void start() {
            blocks = new RecordBlocks();
        }

        @ProcessElement
        public void add(@Element T text, OutputReceiver<KV<Integer, byte[]>> out) {
            byte[] record = record(text);
            blocks.add(SignatureRecord.digestHash(record), record, (key, block) -> out.output(KV.of(key, block)));
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            blocks.flush((key, block) ->
                    context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }

        abstract byte[] record(T text);
    }

    private static final class SignatureRecords extends SignatureBlocks<Draft> {
        private static final long serialVersionUID = 1;

        @Override
        byte[] record(Draft draft) {
            return SignatureRecord.of(draft);
        }
    }

    private static final class EarlierSignatureRecords extends SignatureBlocks<Fingerprint> {
        private static final long serialVersionUID = 1;

        @Override
        byte[] record(Fingerprint text) {
            return SignatureRecord.of(text);
        }
    }

    /** Whether an article is in a candidate pair; rarely true for one that is not, since the filter is a Bloom filter. */
    private static boolean isCandidate(Draft draft, KeyBloomFilter filter) {
        return filter.mayContain(RepresentativeRank.idHash(draft.getArticleId()));
    }

    /** Whether an article may have duplicates. */
    private static boolean mayHaveDuplicates(Draft draft, KeyBloomFilter filter) {
        return isCandidate(draft, filter) || filter.mayContain(SignatureRecord.digestHash(draft.getContentDigest()));
    }

    private static final class Singletons extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        private final FilterView filter;

        Singletons(FilterView filter) {
            this.filter = filter;
        }

        @ProcessElement
        public void keep(ProcessContext context) {
            Draft draft = context.element();
            if (!mayHaveDuplicates(draft, filter.in(context))) {
                context.output(Draft.newBuilder(draft)
                        .setFirstPublishedAt(draft.getPublishedAt())
                        .setOutlets(draft.getSource() == null ? List.of() : List.of(draft.getSource()))
                        .build());
            }
        }
    }

    private static final class PossibleDuplicates extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        private final FilterView filter;

        PossibleDuplicates(FilterView filter) {
            this.filter = filter;
        }

        @ProcessElement
        public void keep(ProcessContext context) {
            if (mayHaveDuplicates(context.element(), filter.in(context))) {
                context.output(context.element());
            }
        }
    }

    private static final class CandidateTexts extends DoFn<Draft, KV<byte[], VerificationElement>> {
        private static final long serialVersionUID = 1;

        private final FilterView filter;

        CandidateTexts(FilterView filter) {
            this.filter = filter;
        }

        @ProcessElement
        public void take(ProcessContext context) {
            Draft draft = context.element();
            if (isCandidate(draft, filter.in(context))) {
                byte[] rank = RepresentativeRank.of(draft).toBytes(false);
                context.output(KV.of(
                        RepresentativeRank.id(rank),
                        element(
                                rank,
                                draft.getContentDigest(),
                                new Provenance(draft.getUrl(), draft.getSource(), draft.getPublishedAt()),
                                draft.getText())));
            }
        }
    }

    private static final class EarlierTexts extends DoFn<Article, KV<byte[], VerificationElement>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void take(@Element Article article, OutputReceiver<KV<byte[], VerificationElement>> out) {
            byte[] rank = RepresentativeRank.of(article).toBytes(true);
            out.output(KV.of(
                    RepresentativeRank.id(rank),
                    element(
                            rank,
                            article.getContentDigest(),
                            new Provenance(article.getUrl(), article.getSource(), article.getPublishedAt()),
                            article.getText())));
        }
    }

    private static VerificationElement element(byte[] rank, String digest, Provenance provenance, String text) {
        return VerificationElement.newBuilder()
                .setText(CandidateText.newBuilder()
                        .setRank(ByteBuffer.wrap(rank))
                        .setDigest(ByteBuffer.wrap(SignatureRecord.digest(digest)))
                        .setUrl(provenance.url())
                        .setOutlet(provenance.outlet())
                        .setPublishedAt(provenance.publishedAt())
                        .setTokens(ByteBuffer.wrap(Tokens.of(text).toBytes()))
                        .build())
                .build();
    }

    /** Emits the decisions of earlier corpora that new articles need: which texts were merged, and their representatives. */
    private static final class EarlierDecisions extends DoFn<Fingerprint, KV<String, ClusterElement>> {
        private static final long serialVersionUID = 1;

        private final FilterView filter;

        EarlierDecisions(FilterView filter) {
            this.filter = filter;
        }

        @ProcessElement
        public void emit(ProcessContext context) {
            Fingerprint text = context.element();
            var keys = filter.in(context);
            boolean isMerged = text.getSignature() == null;
            boolean isCandidate = !isMerged && keys.mayContain(RepresentativeRank.idHash(text.getRepresentativeId()));
            if (!isCandidate && !keys.mayContain(SignatureRecord.digestHash(text.getContentDigest()))) {
                return;
            }
            String representative = SignatureRecord.key(text.getRepresentativeDigest());
            if (isMerged) {
                context.output(KV.of(
                        SignatureRecord.key(text.getContentDigest()),
                        ClusterElement.newBuilder()
                                .setMerge(MergeDecision.newBuilder()
                                        .setRepresentativeDigest(representative)
                                        .setRelation(text.getRelation())
                                        .setSimilarity(text.getSimilarity())
                                        .setContainment(text.getContainment())
                                        .setIsEarlier(true)
                                        .build())
                                .build()));
            }
            context.output(KV.of(representative, ChooseRepresentatives.earlier(text)));
        }
    }
}
