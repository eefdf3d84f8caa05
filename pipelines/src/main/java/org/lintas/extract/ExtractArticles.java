package org.lintas.extract;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.lintas.record.Capture;
import org.lintas.record.Records;
import org.lintas.record.RejectCounter;
import org.lintas.record.Rejects;
import org.lintas.record.Step;
import org.lintas.schemas.Reject;

/** Extracts the article of each capture, as a draft; pages without an article become rejects. */
public final class ExtractArticles extends PTransform<Records<Records.Captured>, Records<Records.Extracted>> {

    private static final long serialVersionUID = 1;

    private ExtractArticles() {}

    public static ExtractArticles create() {
        return new ExtractArticles();
    }

    @Override
    public Records<Records.Extracted> expand(Records<Records.Captured> records) {
        return Records.of(records.all().apply("Extract", ParDo.of(new Extract())));
    }

    private static final class Extract extends Step<Capture> {
        private static final long serialVersionUID = 1;
        private static final Counter EXTRACTED = Metrics.counter("extract", "extract.articles");

        private static final Counter CONTRADICTED = Metrics.counter("extract", "extract.dates_contradicted");

        private transient ArticleExtractor extractor;

        Extract() {
            super(Capture.class, "extract");
        }

        @Setup
        public void setup() {
            extractor = new ArticleExtractor();
        }

        @Override
        protected SpecificRecord step(Capture capture) {
            ArticleExtractor.Result result = extractor.extract(capture);
            if (result.draft() != null) {
                EXTRACTED.inc();
                CONTRADICTED.inc(result.contradicted() ? 1 : 0);
                return result.draft();
            }
            RejectCounter.count("extract", result.reason());
            return reject(capture, result);
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
