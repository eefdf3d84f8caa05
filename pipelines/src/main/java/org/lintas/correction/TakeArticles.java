package org.lintas.correction;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.lintas.record.Draft;
import org.lintas.record.DraftSeal;
import org.lintas.record.SizeArticles;
import org.lintas.schemas.Article;
import org.lintas.schemas.CorrectedField;
import org.lintas.schemas.Correction;
import org.lintas.schemas.Reject;

/**
 * Takes up the articles of a finished corpus, with the decisions of readers on them, to be labelled again. What is no article becomes a reject. The
 * articles are spread over all workers, sealed, as a corpus may have fewer files than there are workers.
 */
public final class TakeArticles extends PTransform<PCollection<Article>, PCollectionTuple> {

    public static final TupleTag<Draft> DRAFTS = new TupleTag<>() {
        private static final long serialVersionUID = 1;
    };

    public static final TupleTag<Reject> REJECTS = new TupleTag<>() {
        private static final long serialVersionUID = 1;
    };

    private static final TupleTag<byte[]> SEALED = new TupleTag<>() {
        private static final long serialVersionUID = 1;
    };

    private static final long serialVersionUID = 1;

    private final Corrections corrections;
    private final TreeMap<String, Long> bytes;

    private TakeArticles(Corrections corrections, Map<String, Long> bytes) {
        this.corrections = corrections;
        this.bytes = new TreeMap<>(bytes);
    }

    /**
     * The transform.
     *
     * @param bytes estimated bytes of rows, as by {@link SizeArticles}
     */
    public static TakeArticles of(Corrections corrections, Map<String, Long> bytes) {
        return new TakeArticles(corrections, bytes);
    }

    @Override
    public PCollectionTuple expand(PCollection<Article> articles) {
        PCollectionTuple taken = articles.apply(
                "Seal", ParDo.of(new Seal(corrections, bytes)).withOutputTags(SEALED, TupleTagList.of(REJECTS)));
        PCollection<Draft> drafts =
                taken.get(SEALED).apply("Spread", Reshuffle.viaRandomKey()).apply("Open", ParDo.of(new Open()));
        return PCollectionTuple.of(DRAFTS, drafts).and(REJECTS, taken.get(REJECTS));
    }

    private static final class Seal extends DoFn<Article, byte[]> {
        private static final long serialVersionUID = 1;

        private final Corrections corrections;
        private final TreeMap<String, Long> bytes;
        private transient Map<String, List<Correction>> byArticle;
        private transient DraftSeal seal;

        Seal(Corrections corrections, Map<String, Long> bytes) {
            this.corrections = corrections;
            this.bytes = new TreeMap<>(bytes);
        }

        @Setup
        public void setUp() {
            byArticle = corrections.byArticle();
            seal = new DraftSeal();
        }

        @ProcessElement
        public void take(@Element Article article, MultiOutputReceiver out) {
            List<Correction> decisions = byArticle.getOrDefault(article.getArticleId(), List.of());
            if (decisions.stream().anyMatch(decision -> decision.getField() == CorrectedField.article)) {
                out.get(REJECTS).output(StoredArticle.reject(article));
                return;
            }
            Draft draft = StoredArticle.draft(article, decisions);
            draft.setLanguageBytes(bytes.getOrDefault(article.getLanguage(), 0L));
            draft.setCorpusBytes(bytes.getOrDefault(SizeArticles.ALL, 0L));
            ByteBuffer sealed = seal.seal(draft);
            var packed = new byte[sealed.remaining()];
            sealed.get(packed);
            out.get(SEALED).output(packed);
        }

        @Teardown
        public void tearDown() {
            seal.close();
        }
    }

    private static final class Open extends DoFn<byte[], Draft> {
        private static final long serialVersionUID = 1;

        private transient DraftSeal seal;

        @Setup
        public void setUp() {
            seal = new DraftSeal();
        }

        @ProcessElement
        public void open(@Element byte[] sealed, OutputReceiver<Draft> out) {
            out.output(seal.open(ByteBuffer.wrap(sealed)));
        }

        @Teardown
        public void tearDown() {
            seal.close();
        }
    }
}
