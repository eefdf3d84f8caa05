package org.lintas.dedup;

import java.io.IOException;
import java.time.Instant;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.lintas.element.Draft;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.DuplicateKind;
import org.lintas.schemas.DuplicateRelation;

/**
 * Keeps one article of each group with the same content digest, by {@link Copy#BEST_FIRST}. A group is read once, in
 * whatever order it comes, with one text in memory and the rows of its copies spilled to disk.
 */
public final class DropExactDuplicates extends PTransform<PCollection<Draft>, PCollectionTuple> {

    /** Of the rule by which copies are equal and one represents them; stands in the footer of every file. */
    public static final String VERSION = "exact-1";

    public static final TupleTag<Draft> ARTICLES = new TupleTag<>() {};
    public static final TupleTag<Duplicate> DUPLICATES = new TupleTag<>() {};

    private static final long serialVersionUID = 1;

    private DropExactDuplicates() {}

    public static DropExactDuplicates create() {
        return new DropExactDuplicates();
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        return drafts.apply("KeyByDigest", WithKeys.of(Draft::getContentDigest).withKeyType(TypeDescriptors.strings()))
                .apply("GroupByDigest", GroupByKey.create())
                .apply("KeepBest", ParDo.of(new KeepBest()).withOutputTags(ARTICLES, TupleTagList.of(DUPLICATES)));
    }

    private static final class KeepBest extends DoFn<KV<String, Iterable<Draft>>, Draft> {
        private static final long serialVersionUID = 1;
        private static final int ROWS_IN_MEMORY = 1_000;
        private static final Counter DROPPED = Metrics.counter("dedup", "dedup.exact");

        @ProcessElement
        public void keepBest(@Element KV<String, Iterable<Draft>> group, MultiOutputReceiver out) throws IOException {
            Draft best = null;
            Instant firstPublished = null;
            long size = 0;
            try (var copies = new SpillingList<>(Duplicate.class, ROWS_IN_MEMORY)) {
                for (Draft draft : group.getValue()) {
                    size++;
                    firstPublished = earliest(firstPublished, draft.getPublishedAt());
                    if (best == null) {
                        best = draft;
                    } else if (Copy.BEST_FIRST.compare(Copy.of(draft), Copy.of(best)) < 0) {
                        copies.add(duplicate(best));
                        best = draft;
                    } else {
                        copies.add(duplicate(draft));
                    }
                }
                Draft representative = Draft.newBuilder(best)
                        .setClusterSize(size)
                        .setFirstPublishedAt(firstPublished)
                        .build();
                out.get(ARTICLES).output(representative);
                copies.forEach(copy -> {
                    DROPPED.inc();
                    out.get(DUPLICATES)
                            .output(Duplicate.newBuilder(copy)
                                    .setRepresentativeId(representative.getArticleId())
                                    .setRepresentativeRecordId(representative.getRecordId())
                                    .setClusterId(representative.getArticleId())
                                    .build());
                });
            }
        }

        private static Instant earliest(Instant a, Instant b) {
            return a == null || (b != null && b.isBefore(a)) ? b : a;
        }

        /** The row of a copy, its representative still open. */
        private static Duplicate duplicate(Draft draft) {
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
                    .setKind(DuplicateKind.exact)
                    .setRelation(DuplicateRelation.identical)
                    .setSimilarity(1)
                    .setArchiveFile(draft.getArchiveFile())
                    .setArchiveOffset(draft.getArchiveOffset())
                    .build();
        }
    }
}
