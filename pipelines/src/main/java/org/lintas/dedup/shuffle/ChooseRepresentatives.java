package org.lintas.dedup.shuffle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
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
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.record.ClusterElement;
import org.lintas.record.ClusterSummary;
import org.lintas.record.Draft;
import org.lintas.record.DraftSeal;
import org.lintas.record.MergeDecision;
import org.lintas.record.SealedDraft;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.DuplicateKind;
import org.lintas.schemas.DuplicateRelation;
import org.lintas.schemas.Fingerprint;

/**
 * Chooses the representative of each cluster and emits a row for every other article of it. Articles are grouped without their
 * texts: first by content digest, to attach the decision on the text, then by the digest of the representative. The texts of
 * the representatives are joined last. Groups are read once, in any order, and may have any size.
 */
final class ChooseRepresentatives extends PTransform<PCollection<SealedDraft>, PCollectionTuple> {

    static final TupleTag<Draft> ARTICLES = new TupleTag<>() {};
    static final TupleTag<Duplicate> DUPLICATES = new TupleTag<>() {};
    static final TupleTag<Fingerprint> MERGED = new TupleTag<>() {};

    /** Most outlets that are kept of a cluster: the first in alphabetical order. */
    static final int MAX_OUTLETS = 100;

    private static final TupleTag<KV<String, ClusterElement>> CLUSTERS = new TupleTag<>() {};
    private static final int ROWS_IN_MEMORY = 1_000;

    private static final long serialVersionUID = 1;

    private final transient PCollection<KV<String, ClusterElement>> decided;

    private ChooseRepresentatives(PCollection<KV<String, ClusterElement>> decided) {
        this.decided = decided;
    }

    /** @param decided merges, and representatives of earlier corpora, by the first 32 digits of the content digest */
    static ChooseRepresentatives of(PCollection<KV<String, ClusterElement>> decided) {
        return new ChooseRepresentatives(decided);
    }

    /** The representative of a text of an earlier corpus. */
    static ClusterElement earlier(Fingerprint text) {
        return ClusterElement.newBuilder()
                .setDraft(Draft.newBuilder()
                        .setArticleId(text.getRepresentativeId())
                        .setRecordId(text.getRepresentativeRecordId())
                        .setContentDigest(text.getRepresentativeDigest())
                        .setArchiveFile("")
                        .setArchiveOffset(0)
                        .setText("")
                        .build())
                .setRank(ByteBuffer.wrap(RepresentativeRank.of(text).toBytes(true)))
                .build();
    }

    @Override
    public PCollectionTuple expand(PCollection<SealedDraft> drafts) {
        PCollection<KV<String, ClusterElement>> copies = drafts.apply("WithoutText", ParDo.of(new WithoutText()));
        PCollectionTuple gathered = PCollectionList.of(copies)
                .and(decided)
                .apply("ArticlesAndDecisions", Flatten.pCollections())
                .apply("GroupByDigest", GroupByKey.create())
                .apply("AttachDecisions", ParDo.of(new AttachDecisions()))
                .apply("GroupByRepresentative", GroupByKey.create())
                .apply(
                        "GatherCluster",
                        ParDo.of(new GatherCluster())
                                .withOutputTags(
                                        CLUSTERS, TupleTagList.of(DUPLICATES).and(MERGED)));
        PCollection<Draft> articles = PCollectionList.of(drafts.apply("KeyById", ParDo.of(new KeyById())))
                .and(gathered.get(CLUSTERS))
                .apply("TextsAndClusters", Flatten.pCollections())
                .apply("GroupById", GroupByKey.create())
                .apply("AttachClusters", ParDo.of(new AttachClusters()));
        return PCollectionTuple.of(ARTICLES, articles)
                .and(DUPLICATES, gathered.get(DUPLICATES))
                .and(MERGED, gathered.get(MERGED));
    }

    private static final class WithoutText extends DoFn<SealedDraft, KV<String, ClusterElement>> {
        private static final long serialVersionUID = 1;

        private transient DraftSeal seal;

        @Setup
        public void setUp() {
            seal = new DraftSeal();
        }

        @ProcessElement
        public void strip(@Element SealedDraft sealed, OutputReceiver<KV<String, ClusterElement>> out) {
            Draft draft = seal.open(sealed);
            draft.setText("");
            draft.setSignature(null);
            out.output(KV.of(
                    SignatureRecord.key(draft.getContentDigest()),
                    ClusterElement.newBuilder()
                            .setDraft(draft)
                            .setRank(sealed.getRank())
                            .build()));
        }

        @Teardown
        public void tearDown() {
            seal.close();
        }
    }

    private static final class KeyById extends DoFn<SealedDraft, KV<String, ClusterElement>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void key(@Element SealedDraft draft, OutputReceiver<KV<String, ClusterElement>> out) {
            String id = HexFormat.of().formatHex(RepresentativeRank.id(AvroBytes.of(draft.getRank())));
            out.output(KV.of(id, new ClusterElement(null, draft, null, false, null, null)));
        }
    }

    /** Attaches the decision on a text to all articles with this text. */
    private static final class AttachDecisions
            extends DoFn<KV<String, Iterable<ClusterElement>>, KV<String, ClusterElement>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void attach(
                @Element KV<String, Iterable<ClusterElement>> text, OutputReceiver<KV<String, ClusterElement>> out)
                throws IOException {
            MergeDecision merge = null;
            ClusterElement best = null;
            try (var copies = new SpillingList<>(ClusterElement.class, ROWS_IN_MEMORY)) {
                for (ClusterElement element : text.getValue()) {
                    if (element.getMerge() != null) {
                        merge = element.getMerge();
                    } else if (best == null) {
                        best = element;
                    } else if (isBetter(element, best)) {
                        copies.add(best);
                        best = element;
                    } else {
                        copies.add(element);
                    }
                }
                if (best == null) {
                    return;
                }
                MergeDecision decided = merge;
                String key = decided == null ? text.getKey() : decided.getRepresentativeDigest();
                out.output(KV.of(key, withDecision(best, decided, true)));
                copies.forEach(copy -> out.output(KV.of(key, withDecision(copy, decided, false))));
            }
        }
    }

    private static ClusterElement withDecision(ClusterElement copy, MergeDecision merge, boolean isBest) {
        return ClusterElement.newBuilder(copy).setMerge(merge).setIsBest(isBest).build();
    }

    /** Emits a row for each article but the best, and a summary of the cluster unless it is one of an earlier corpus. */
    private static final class GatherCluster
            extends DoFn<KV<String, Iterable<ClusterElement>>, KV<String, ClusterElement>> {
        private static final long serialVersionUID = 1;
        private static final Counter EXACT = Metrics.counter("dedup", "dedup.exact");
        private static final Counter NEAR = Metrics.counter("dedup", "dedup.near");

        @ProcessElement
        public void gather(@Element KV<String, Iterable<ClusterElement>> cluster, MultiOutputReceiver out)
                throws IOException {
            ClusterElement best = null;
            Draft earlier = null;
            Instant firstPublished = null;
            long size = 0;
            var outlets = new TreeSet<String>();
            try (var copies = new SpillingList<>(Duplicate.class, ROWS_IN_MEMORY);
                    var merged = new SpillingList<>(Fingerprint.class, ROWS_IN_MEMORY)) {
                for (ClusterElement copy : cluster.getValue()) {
                    if (RepresentativeRank.isEarlier(AvroBytes.of(copy.getRank()))) {
                        earlier = copy.getDraft();
                        continue;
                    }
                    size++;
                    firstPublished = earliest(firstPublished, copy.getDraft().getPublishedAt());
                    add(outlets, copy.getDraft().getSource());
                    if (copy.getIsBest()
                            && copy.getMerge() != null
                            && !copy.getMerge().getIsEarlier()) {
                        merged.add(fingerprint(copy));
                    }
                    if (best == null) {
                        best = copy;
                    } else if (isBetter(copy, best)) {
                        copies.add(duplicate(best));
                        best = copy;
                    } else {
                        copies.add(duplicate(copy));
                    }
                }
                if (best == null) {
                    return;
                }
                if (earlier == null) {
                    out.get(CLUSTERS).output(cluster(best.getDraft(), size, firstPublished, outlets));
                } else {
                    copies.add(duplicate(best));
                }
                Draft representative = earlier == null ? best.getDraft() : earlier;
                copies.forEach(copy -> {
                    (copy.getKind() == DuplicateKind.exact ? EXACT : NEAR).inc();
                    copy.setRepresentativeId(representative.getArticleId());
                    copy.setRepresentativeRecordId(representative.getRecordId());
                    copy.setClusterId(representative.getArticleId());
                    out.get(DUPLICATES).output(copy);
                });
                merged.forEach(text -> {
                    text.setRepresentativeDigest(representative.getContentDigest());
                    text.setRepresentativeId(representative.getArticleId());
                    text.setRepresentativeRecordId(representative.getRecordId());
                    out.get(MERGED).output(text);
                });
            }
        }

        private static KV<String, ClusterElement> cluster(
                Draft representative, long size, Instant firstPublished, NavigableSet<String> outlets) {
            return KV.of(
                    representative.getArticleId(),
                    ClusterElement.newBuilder()
                            .setCluster(ClusterSummary.newBuilder()
                                    .setSize(size)
                                    .setFirstPublishedAt(firstPublished)
                                    .setOutlets(List.copyOf(outlets))
                                    .build())
                            .build());
        }

        /** The row of a merged text, its representative not yet set. */
        private static Fingerprint fingerprint(ClusterElement copy) {
            Draft draft = copy.getDraft();
            return Fingerprint.newBuilder()
                    .setContentDigest(draft.getContentDigest())
                    .setRepresentativeDigest("")
                    .setRepresentativeId("")
                    .setRepresentativeRecordId("")
                    .setRelation(copy.getMerge().getRelation())
                    .setSimilarity(copy.getMerge().getSimilarity())
                    .setContainment(copy.getMerge().getContainment())
                    .setPublishedAt(draft.getPublishedAt())
                    .setCompleteness(0)
                    .setTextLength(0)
                    .build();
        }

        private static void add(NavigableSet<String> outlets, String outlet) {
            if (outlet != null && outlets.add(outlet) && outlets.size() > MAX_OUTLETS) {
                outlets.pollLast();
            }
        }

        private static Instant earliest(Instant a, Instant b) {
            return a == null || (b != null && b.isBefore(a)) ? b : a;
        }

        /** The row of a duplicate, its representative not yet set. */
        private static Duplicate duplicate(ClusterElement copy) {
            Draft draft = copy.getDraft();
            MergeDecision merge = copy.getMerge();
            return Duplicate.newBuilder()
                    .setArticleId(draft.getArticleId())
                    .setRecordId(draft.getRecordId())
                    .setUrl(draft.getUrl())
                    .setSource(draft.getSource())
                    .setLanguage(draft.getLanguage())
                    .setPublishedAt(draft.getPublishedAt())
                    .setRepresentativeId("")
                    .setRepresentativeRecordId("")
                    .setClusterId("")
                    .setKind(merge == null ? DuplicateKind.exact : DuplicateKind.near)
                    .setRelation(
                            merge == null
                                    ? DuplicateRelation.identical
                                    : DuplicateRelation.valueOf(merge.getRelation()))
                    .setSimilarity(merge == null ? 1 : merge.getSimilarity())
                    .setContainment(merge == null ? 1 : merge.getContainment())
                    .setArchiveFile(draft.getArchiveFile())
                    .setArchiveOffset(draft.getArchiveOffset())
                    .build();
        }
    }

    private static boolean isBetter(ClusterElement one, ClusterElement other) {
        int order = Arrays.compareUnsigned(AvroBytes.of(one.getRank()), AvroBytes.of(other.getRank()));
        return order == 0 ? isBefore(one.getDraft(), other.getDraft()) : order < 0;
    }

    private static boolean isBefore(Draft one, Draft other) {
        return RepresentativeRank.ARCHIVE_ORDER.compare(RepresentativeRank.of(one), RepresentativeRank.of(other)) < 0;
    }

    /** Emits the representative of each cluster, with its text: the best of the records with its id. */
    private static final class AttachClusters extends DoFn<KV<String, Iterable<ClusterElement>>, Draft> {
        private static final long serialVersionUID = 1;

        private transient DraftSeal seal;

        @Setup
        public void setUp() {
            seal = new DraftSeal();
        }

        @ProcessElement
        public void attach(@Element KV<String, Iterable<ClusterElement>> article, OutputReceiver<Draft> out) {
            ClusterSummary cluster = null;
            SealedDraft best = null;
            for (ClusterElement element : article.getValue()) {
                if (element.getCluster() != null) {
                    cluster = element.getCluster();
                } else if (best == null || isBetter(element.getSealed(), best)) {
                    best = element.getSealed();
                }
            }
            if (cluster != null) {
                Draft draft = seal.open(Objects.requireNonNull(best, "the text of a representative is missing"));
                draft.setClusterSize(cluster.getSize());
                draft.setFirstPublishedAt(cluster.getFirstPublishedAt());
                draft.setOutlets(cluster.getOutlets());
                out.output(draft);
            }
        }

        private boolean isBetter(SealedDraft one, SealedDraft other) {
            int order = Arrays.compareUnsigned(AvroBytes.of(one.getRank()), AvroBytes.of(other.getRank()));
            return order == 0 ? isBefore(seal.open(one), seal.open(other)) : order < 0;
        }

        @Teardown
        public void tearDown() {
            seal.close();
        }
    }
}
