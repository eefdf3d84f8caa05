package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.dedup.text.ComparedText;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.record.CandidateText;
import org.lintas.record.Draft;
import org.lintas.record.DraftSeal;
import org.lintas.record.Packer;
import org.lintas.record.SealedDraft;
import org.lintas.record.VerificationElement;
import org.lintas.schemas.Article;

/** What {@link VerifyPairs} needs of texts, by the ids of their articles. */
final class CandidateTexts extends PTransform<PCollection<SealedDraft>, PCollection<KV<byte[], VerificationElement>>> {

    private static final long serialVersionUID = 1;

    /**
     * Order of the records with one article id, whose texts have the same letters and digits but may differ in date, marks and spaces:
     * by rank, then by what is compared.
     */
    static final Comparator<CandidateText> BEST_FIRST = Comparator.comparing(
                    CandidateText::getRank, CandidateTexts::compareBytes)
            .thenComparing(CandidateText::getHeadline, CandidateTexts::compareBytes)
            .thenComparing(CandidateText::getTokens, CandidateTexts::compareBytes)
            .thenComparing(CandidateText::getOutlet, Comparator.nullsLast(Comparator.naturalOrder()));

    private final transient DropDuplicates.FilterView filter;

    private CandidateTexts(DropDuplicates.FilterView filter) {
        this.filter = filter;
    }

    /** Of the articles that a filter says are in candidate pairs. */
    static CandidateTexts of(DropDuplicates.FilterView filter) {
        return new CandidateTexts(filter);
    }

    /** Of articles of earlier corpora. */
    static ParDo.SingleOutput<Article, KV<byte[], VerificationElement>> ofEarlier() {
        return ParDo.of(new OfEarlierArticles());
    }

    @Override
    public PCollection<KV<byte[], VerificationElement>> expand(PCollection<SealedDraft> drafts) {
        return drafts.apply("Take", ParDo.of(new OfArticles(filter)).withSideInputs(filter.pieces()));
    }

    private static final class OfArticles extends DoFn<SealedDraft, KV<byte[], VerificationElement>> {
        private static final long serialVersionUID = 1;

        private final DropDuplicates.FilterView filter;
        private transient DraftSeal seal;
        private transient Packer packer;
        private transient KeyBloomFilter keys;

        OfArticles(DropDuplicates.FilterView filter) {
            this.filter = filter;
        }

        @Setup
        public void setUp() {
            seal = new DraftSeal();
            packer = new Packer();
        }

        @StartBundle
        public void start() {
            keys = null;
        }

        @ProcessElement
        public void take(ProcessContext context) {
            if (keys == null) {
                keys = filter.in(context);
            }
            SealedDraft sealed = context.element();
            if (DropDuplicates.FilterView.isCandidate(sealed, keys)) {
                Draft draft = seal.open(sealed);
                context.output(KV.of(
                        RepresentativeRank.id(AvroBytes.of(sealed.getRank())),
                        element(
                                sealed.getRank(),
                                sealed.getDigest(),
                                ComparedText.of(
                                        draft.getLanguage(),
                                        draft.getTitle(),
                                        draft.getText(),
                                        new Provenance(
                                                draft.getUrl(),
                                                Provenance.outlet(draft.getUrlHost(), draft.getSource()),
                                                draft.getPublishedAt())),
                                packer)));
            }
        }

        @Teardown
        public void tearDown() {
            seal.close();
            packer.close();
        }
    }

    private static final class OfEarlierArticles extends DoFn<Article, KV<byte[], VerificationElement>> {
        private static final long serialVersionUID = 1;

        private transient Packer packer;

        @Setup
        public void setUp() {
            packer = new Packer();
        }

        @ProcessElement
        public void take(@Element Article article, OutputReceiver<KV<byte[], VerificationElement>> out) {
            byte[] rank = RepresentativeRank.of(article).toBytes(true);
            out.output(KV.of(
                    RepresentativeRank.id(rank),
                    element(
                            ByteBuffer.wrap(rank),
                            ByteBuffer.wrap(SignatureRecord.digest(article.getContentDigest())),
                            ComparedText.of(
                                    article.getLanguage(),
                                    article.getTitle(),
                                    article.getText(),
                                    new Provenance(
                                            article.getUrl(),
                                            Provenance.outlet(article.getUrlHost(), article.getSource()),
                                            article.getPublishedAt())),
                            packer)));
        }

        @Teardown
        public void tearDown() {
            packer.close();
        }
    }

    private static int compareBytes(ByteBuffer one, ByteBuffer other) {
        return Arrays.compareUnsigned(AvroBytes.of(one), AvroBytes.of(other));
    }

    private static VerificationElement element(ByteBuffer rank, ByteBuffer digest, ComparedText text, Packer packer) {
        Provenance provenance = text.provenance();
        byte[] tokens = text.text().toBytes();
        return VerificationElement.newBuilder()
                .setText(CandidateText.newBuilder()
                        .setRank(rank)
                        .setDigest(digest)
                        .setUrl(provenance.url())
                        .setOutlet(provenance.outlet())
                        .setPublishedAt(provenance.publishedAt())
                        .setHeadline(ByteBuffer.wrap(text.headline().toBytes()))
                        .setTokens(ByteBuffer.wrap(packer.pack(tokens, tokens.length)))
                        .build())
                .build();
    }
}
