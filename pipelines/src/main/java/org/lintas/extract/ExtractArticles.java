package org.lintas.extract;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.lintas.element.Capture;
import org.lintas.element.Draft;
import org.lintas.rejects.RejectCounter;
import org.lintas.rejects.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/** Takes the article out of each capture; pages that are none become rejects. */
public final class ExtractArticles extends PTransform<PCollection<Capture>, PCollectionTuple> {

    public static final TupleTag<Draft> ARTICLES = new TupleTag<>() {};
    public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

    private static final long serialVersionUID = 1;

    private ExtractArticles() {}

    public static ExtractArticles create() {
        return new ExtractArticles();
    }

    @Override
    public PCollectionTuple expand(PCollection<Capture> captures) {
        return captures.apply("Extract", ParDo.of(new Extract()).withOutputTags(ARTICLES, TupleTagList.of(REJECTS)));
    }

    private static final class Extract extends DoFn<Capture, Draft> {
        private static final long serialVersionUID = 1;
        private static final Counter EXTRACTED = Metrics.counter("extract", "extract.articles");

        private transient ArticleExtractor extractor;

        @Setup
        public void setup() {
            extractor = new ArticleExtractor();
        }

        @ProcessElement
        public void extract(@Element Capture capture, MultiOutputReceiver out) {
            ArticleExtractor.Result result;
            try {
                result = extractor.extract(capture);
            } catch (RuntimeException e) {
                // Hostile pages reach corners of the parsers that nobody has seen; they must not end the run.
                String detail = e.getClass().getSimpleName() + ": " + e.getMessage();
                result = ArticleExtractor.Result.rejected(RejectReason.DAMAGED_RECORD, detail);
            }
            if (result.draft() != null) {
                EXTRACTED.inc();
                out.get(ARTICLES).output(result.draft());
            } else {
                RejectCounter.count("extract", result.reason());
                out.get(REJECTS).output(reject(capture, result));
            }
        }

        private static Reject reject(Capture capture, ArticleExtractor.Result result) {
            return Rejects.of(
                            "extract",
                            result.reason(),
                            capture.getArchiveFile(),
                            capture.getArchiveOffset(),
                            result.detail())
                    .setRecordId(capture.getRecordId())
                    .setUrl(capture.getUrl())
                    .build();
        }
    }
}
