package org.lintas.dataset;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.Progress;
import org.lintas.record.ProgressReporter;
import org.lintas.text.PublishedText;

/** Converts each finished article to rows of the datasets. */
public final class ToRows extends PTransform<PCollection<Draft>, PCollection<SpecificRecord>> {

    private static final long serialVersionUID = 1;

    private final PublishedText published;
    private final ProgressReporter reporter;

    private ToRows(PublishedText published, ProgressReporter reporter) {
        this.published = published;
        this.reporter = reporter;
    }

    /** Creates rows with this much of the text. */
    public static ToRows of(PublishedText published) {
        return new ToRows(published, ProgressReporter.none());
    }

    /** Reports progress to a reporter. */
    public ToRows withReporter(ProgressReporter newReporter) {
        return new ToRows(published, newReporter);
    }

    @Override
    public PCollection<SpecificRecord> expand(PCollection<Draft> drafts) {
        return drafts.apply("Cut", ParDo.of(new ConvertToRows(published, reporter)));
    }

    private static final class ConvertToRows extends DoFn<Draft, SpecificRecord> {
        private static final long serialVersionUID = 1;

        private final PublishedText published;
        private final ProgressReporter reporter;

        ConvertToRows(PublishedText published, ProgressReporter reporter) {
            this.published = published;
            this.reporter = reporter;
        }

        @Setup
        public void enter() {
            reporter.start();
        }

        @ProcessElement
        public void cut(@Element Draft draft, OutputReceiver<SpecificRecord> out) {
            out.output(ArticleRows.article(draft, published));
            out.output(ArticleRows.fingerprint(draft));
            draft.getTopics().forEach(label -> out.output(ArticleRows.topic(draft, label)));
            draft.getCountries().forEach(mention -> out.output(ArticleRows.country(draft, mention)));
            draft.getPlaces().forEach(mention -> out.output(ArticleRows.place(draft, mention)));
            draft.getFigures().forEach(mention -> out.output(ArticleRows.figure(draft, mention)));
            draft.getEntities().forEach(mention -> out.output(ArticleRows.entity(draft, mention)));
            Progress.LABELLED.add(draft.getArticleId());
        }

        @Teardown
        public void leave() {
            reporter.stop();
        }
    }
}
