package org.lintas.dedup.shuffle;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableBiFunction;
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
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Thresholds;
import org.lintas.record.ClusterElement;
import org.lintas.record.Draft;
import org.lintas.record.DraftSeal;
import org.lintas.record.MergeDecision;
import org.lintas.record.OutletDates;
import org.lintas.record.Records;
import org.lintas.record.SealedDraft;
import org.lintas.record.SizeArticles;
import org.lintas.record.VerificationElement;
import org.lintas.schemas.Article;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.Fingerprint;

/**
 * Keeps one article of each cluster of exact and near duplicates: the best by {@link RepresentativeRank#BEST_FIRST}. {@link
 * NearDuplicates} is the reference implementation. Of an article without possible duplicates only the signature record is
 * shuffled, never the text.
 */
public final class DropDuplicates extends PTransform<Records<Records.Cut>, PCollectionTuple> {

    /** Articles that have no duplicates. */
    public static final TupleTag<Draft> SINGLETONS = new TupleTag<>() {};

    /** Articles that represent others, or were only suspected to have duplicates. */
    public static final TupleTag<Draft> REPRESENTATIVES = new TupleTag<>() {};

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

    /**
     * Settles what an article leaves open by what all articles tell: dates in figures and those of imports, by the dates of their outlet.
     *
     * @param orders what the dates of outlets tell, by key
     * @param isOpen whether the dates of an article have to be settled, by what they tell of their outlet
     * @param settler settles them
     */
    public record Settling(
            PCollectionView<Map<String, OutletDates>> orders,
            SerializableBiFunction<List<OutletDates>, Map<String, OutletDates>, Boolean> isOpen,
            SerializableBiFunction<Draft, Map<String, OutletDates>, Draft> settler)
            implements Serializable {
        private static final long serialVersionUID = 1;
    }

    private static final long serialVersionUID = 1;

    private final Thresholds thresholds;
    private final long articles;
    private final transient Records<Records.Listed> listed;
    private final transient PCollectionView<Map<String, Long>> bytes;
    private final transient Settling settling;
    private final transient PCollection<Fingerprint> earlier;
    private final transient EarlierArticleReader earlierArticles;

    private DropDuplicates(
            Thresholds thresholds,
            long articles,
            Records<Records.Listed> listed,
            PCollectionView<Map<String, Long>> bytes,
            Settling settling,
            PCollection<Fingerprint> earlier,
            EarlierArticleReader earlierArticles) {
        this.thresholds = thresholds;
        this.articles = articles;
        this.listed = listed;
        this.bytes = bytes;
        this.settling = settling;
        this.earlier = earlier;
        this.earlierArticles = earlierArticles;
    }

    /**
     * Drops duplicates.
     *
     * @param articles approximate number of articles, those of earlier corpora included; an estimate that is far too low only costs time
     * @param listed the same records without texts
     * @param bytes estimated bytes of rows by {@link SizeArticles}, which become fields of the articles
     * @param settling settles the dates of articles that leave them open; representatives are chosen by the dates as they were read
     * @param earlier fingerprints of earlier corpora, whose clusters stay; empty if there are none
     * @param earlierArticles reads their articles
     */
    public static DropDuplicates of(
            Thresholds thresholds,
            long articles,
            Records<Records.Listed> listed,
            PCollectionView<Map<String, Long>> bytes,
            Settling settling,
            PCollection<Fingerprint> earlier,
            EarlierArticleReader earlierArticles) {
        return new DropDuplicates(thresholds, articles, listed, bytes, settling, earlier, earlierArticles);
    }

    @Override
    public PCollectionTuple expand(Records<Records.Cut> records) {
        int filterBytes = KeyBloomFilter.bytes(articles);
        PCollectionTuple candidates = PCollectionList.of(
                        listed.all().apply("SignatureRecords", ParDo.of(new SignatureRecords())))
                .and(earlier.apply("EarlierSignatureRecords", ParDo.of(new EarlierSignatureRecords())))
                .apply("AllSignatureRecords", Flatten.pCollections())
                .apply("FindCandidates", FindCandidates.of(filterBytes));
        // No singleton: a combine would have to hold the whole filter as one record.
        PCollectionView<Map<Integer, byte[]>> pieces =
                candidates.get(FindCandidates.FILTER).apply("View", View.asMap());
        var filter = new FilterView(filterBytes, pieces);
        // Two filters instead of one with two outputs, which would send each text to both outputs.
        PCollection<Draft> singletons = records.all()
                .apply(
                        "Singletons",
                        ParDo.of(new Singletons(filter, bytes, settling))
                                .withSideInputs(pieces, bytes, settling.orders()));
        PCollection<SealedDraft> possible = records.all()
                .apply(
                        "PossibleDuplicates",
                        ParDo.of(new PossibleDuplicates(filter, bytes, settling))
                                .withSideInputs(pieces, bytes, settling.orders()));
        PCollection<KV<byte[], VerificationElement>> texts =
                possible.apply("CandidateTexts", CandidateTexts.of(filter));
        PCollection<KV<byte[], VerificationElement>> earlierTexts =
                earlierArticles.read(pieces, filter.ids()).apply("EarlierTexts", CandidateTexts.ofEarlier());
        PCollection<KV<String, ClusterElement>> merges = PCollectionList.of(candidates.get(FindCandidates.PAIRS))
                .and(texts)
                .and(earlierTexts)
                .apply("VerifyPairs", VerifyPairs.of(thresholds))
                .apply("FormClusters", FormClusters.create());
        PCollection<KV<String, ClusterElement>> earlierDecisions = earlier.apply(
                "EarlierDecisions", ParDo.of(new EarlierDecisions(filter)).withSideInputs(pieces));
        PCollection<KV<String, ClusterElement>> decided =
                PCollectionList.of(merges).and(earlierDecisions).apply("Decided", Flatten.pCollections());
        PCollectionTuple chosen = possible.apply("ChooseRepresentatives", ChooseRepresentatives.of(decided));
        return PCollectionTuple.of(SINGLETONS, singletons)
                .and(REPRESENTATIVES, chosen.get(ChooseRepresentatives.ARTICLES))
                .and(DUPLICATES, chosen.get(ChooseRepresentatives.DUPLICATES))
                .and(MERGED, chosen.get(ChooseRepresentatives.MERGED));
    }

    /** The filter of possible duplicates as a side input. */
    record FilterView(int bytes, PCollectionView<Map<Integer, byte[]>> pieces) implements Serializable {

        /** The filter; a step asks for it once a bundle, since runners look it up each time. */
        KeyBloomFilter in(DoFn<?, ?>.ProcessContext context) {
            return KeyBloomFilter.of(bytes, context.sideInput(pieces));
        }

        /** Makes of its pieces what accepts ids. */
        SerializableFunction<Map<Integer, byte[]>, Predicate<String>> ids() {
            return ArticleIdFilter.accepting(bytes);
        }

        /** Whether an article is in a candidate pair; rarely true for one that is not, since the filter is a Bloom filter. */
        static boolean isCandidate(SealedDraft draft, KeyBloomFilter filter) {
            return filter.mayContain(RepresentativeRank.idHash(AvroBytes.of(draft.getRank())));
        }

        /** Whether an article may have duplicates. */
        static boolean mayHaveDuplicates(SealedDraft draft, KeyBloomFilter filter) {
            return isCandidate(draft, filter) || filter.mayContain(SignatureRecord.digestHash(draft.getDigest()));
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
            if (record.length == 0) {
                return;
            }
            blocks.add(SignatureRecord.digestHash(record), record, (key, block) -> out.output(KV.of(key, block)));
        }

        @FinishBundle
        public void finish(FinishBundleContext context) {
            blocks.flush((key, block) ->
                    context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }

        /** The record of a text; empty for what is no text. */
        abstract byte[] record(T text);
    }

    private static final class SignatureRecords extends SignatureBlocks<SpecificRecord> {
        private static final long serialVersionUID = 1;

        @Override
        byte[] record(SpecificRecord record) {
            return record instanceof SealedDraft draft ? SignatureRecord.of(draft) : new byte[0];
        }
    }

    private static final class EarlierSignatureRecords extends SignatureBlocks<Fingerprint> {
        private static final long serialVersionUID = 1;

        @Override
        byte[] record(Fingerprint text) {
            return SignatureRecord.of(text);
        }
    }

    /** Chooses articles by the filter, tells them how many bytes there are of their kind, and settles their dates. */
    private abstract static class Choose<T> extends DoFn<SpecificRecord, T> {
        private static final long serialVersionUID = 1;

        private final FilterView filter;
        private final PCollectionView<Map<String, Long>> bytes;
        private final Settling settling;
        private transient KeyBloomFilter keys;
        private transient Map<String, Long> sizes;
        private transient Map<String, OutletDates> orders;
        private transient DraftSeal seal;

        Choose(FilterView filter, PCollectionView<Map<String, Long>> bytes, Settling settling) {
            this.filter = filter;
            this.bytes = bytes;
            this.settling = settling;
        }

        @Setup
        public void setUp() {
            seal = new DraftSeal();
        }

        @StartBundle
        public void start() {
            keys = null;
        }

        @ProcessElement
        public void choose(ProcessContext context) {
            if (keys == null) {
                keys = filter.in(context);
                sizes = context.sideInput(bytes);
                orders = context.sideInput(settling.orders());
            }
            if (context.element() instanceof SealedDraft draft && isChosen(FilterView.mayHaveDuplicates(draft, keys))) {
                context.output(made(SealedDraft.newBuilder(draft)
                        .setLanguageBytes(sizes.get(draft.getLanguage()))
                        .setCorpusBytes(sizes.get(SizeArticles.ALL))
                        .build()));
            }
        }

        abstract boolean isChosen(boolean mayHaveDuplicates);

        abstract T made(SealedDraft draft);

        /** The article, with its dates settled. */
        final Draft open(SealedDraft sealed) {
            Draft draft = seal.open(sealed);
            return isOpen(sealed) ? settling.settler().apply(draft, orders) : draft;
        }

        /** The article, with its dates settled, sealed again. */
        final SealedDraft settled(SealedDraft sealed) {
            return isOpen(sealed)
                    ? SealedDraft.newBuilder(sealed)
                            .setDraft(seal.seal(open(sealed)))
                            .build()
                    : sealed;
        }

        private boolean isOpen(SealedDraft sealed) {
            return settling.isOpen().apply(sealed.getDates(), orders);
        }

        @Teardown
        public void tearDown() {
            seal.close();
        }
    }

    private static final class Singletons extends Choose<Draft> {
        private static final long serialVersionUID = 1;

        Singletons(FilterView filter, PCollectionView<Map<String, Long>> bytes, Settling settling) {
            super(filter, bytes, settling);
        }

        @Override
        boolean isChosen(boolean mayHaveDuplicates) {
            return !mayHaveDuplicates;
        }

        @Override
        Draft made(SealedDraft sealed) {
            Draft draft = open(sealed);
            draft.setFirstPublishedAt(draft.getPublishedAt());
            draft.setOutlets(draft.getSource() == null ? List.of() : List.of(draft.getSource()));
            return draft;
        }
    }

    private static final class PossibleDuplicates extends Choose<SealedDraft> {
        private static final long serialVersionUID = 1;

        PossibleDuplicates(FilterView filter, PCollectionView<Map<String, Long>> bytes, Settling settling) {
            super(filter, bytes, settling);
        }

        @Override
        boolean isChosen(boolean mayHaveDuplicates) {
            return mayHaveDuplicates;
        }

        @Override
        SealedDraft made(SealedDraft draft) {
            return settled(draft);
        }
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
