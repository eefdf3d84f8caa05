package org.lintas.topic;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.LabelStep;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;

/** Labels each article with the topics that it is about or mentions, with evidence, and with its genre. */
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

        private static final TopicClassifier.Reading UNREAD = new TopicClassifier.Reading(List.of(), Optional.empty());

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
            TopicClassifier.Reading reading = Language.of(draft.getLanguage())
                    .map(language -> classifier.read(language, draft.getTitle(), draft.getText()))
                    .orElse(UNREAD);
            reading.topics().forEach(label -> (label.getGrade().equals(Grade.main.name()) ? MAIN : MENTIONS).inc());
            Optional<GenreModel.Guess> genre = reading.genre().filter(GenreModel.Guess::isLikely);
            return Draft.newBuilder(draft)
                    .setTopics(reading.topics())
                    .setGenre(genre.map(guess -> guess.genre().name()).orElse(null))
                    .setGenreScore(genre.map(GenreModel.Guess::probability).orElse(null))
                    .build();
        }
    }
}
