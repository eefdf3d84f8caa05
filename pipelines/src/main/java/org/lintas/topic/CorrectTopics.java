package org.lintas.topic;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.LabelStep;

/** Puts what readers decided in place of the topics that were found. Articles without decisions are left unchanged. */
public final class CorrectTopics extends PTransform<PCollection<Draft>, PCollection<Draft>> {

    private static final long serialVersionUID = 1;

    private CorrectTopics() {}

    public static CorrectTopics create() {
        return new CorrectTopics();
    }

    @Override
    public PCollection<Draft> expand(PCollection<Draft> drafts) {
        return drafts.apply("Correct", ParDo.of(new Correct()));
    }

    private static final class Correct extends LabelStep {
        private static final long serialVersionUID = 1;
        private static final Counter ARTICLES = Metrics.counter("topic", "topic.corrected_articles");

        Correct() {
            super("topic");
        }

        @Override
        protected Draft label(Draft draft) {
            if (draft.getCorrections().isEmpty()) {
                return draft;
            }
            ARTICLES.inc();
            return Drafts.with(
                    draft,
                    corrected -> corrected.setTopics(CorrectedTopics.of(draft.getTopics(), draft.getCorrections())));
        }
    }
}
