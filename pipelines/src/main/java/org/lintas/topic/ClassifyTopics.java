package org.lintas.topic;

import java.util.List;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.LabelStep;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;

/** Labels each article with the topics that it is about or mentions, with evidence. */
public final class ClassifyTopics extends PTransform<PCollection<Draft>, PCollection<Draft>> {

    private static final long serialVersionUID = 1;

    private ClassifyTopics() {}

    public static ClassifyTopics create() {
        return new ClassifyTopics();
    }

    @Override
    public PCollection<Draft> expand(PCollection<Draft> drafts) {
        return drafts.apply("Classify", ParDo.of(new Classify()));
    }

    private static final class Classify extends LabelStep {
        private static final long serialVersionUID = 1;
        private static final Counter MAIN = Metrics.counter("topic", "topic.main");
        private static final Counter MENTIONS = Metrics.counter("topic", "topic.mentions");

        private transient TopicClassifier classifier;

        Classify() {
            super("topic");
        }

        @Setup
        public void setup() {
            classifier = new TopicClassifier();
        }

        @Override
        protected Draft label(Draft draft) {
            List<TopicLabel> topics = Language.of(draft.getLanguage())
                    .map(language -> classifier.classify(language, draft.getTitle(), draft.getText()))
                    .orElse(List.of());
            topics.forEach(label -> (label.getGrade().equals(Grade.main.name()) ? MAIN : MENTIONS).inc());
            return Draft.newBuilder(draft).setTopics(topics).build();
        }
    }
}
