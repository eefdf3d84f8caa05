package org.lintas.topic;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.LabelStep;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;
import org.lintas.topic.encoder.EncoderFiles;
import org.lintas.topic.encoder.OnnxEncoder;

/** Labels each article with the topics that it is about or mentions, with evidence, and with its genre. */
public final class ClassifyTopics extends PTransform<PCollection<Draft>, PCollection<Draft>> {

    private static final long serialVersionUID = 1;

    private final EncoderFiles encoder;
    private final OwnTaxonomy own;
    private final OwnModel model;

    private ClassifyTopics(EncoderFiles encoder, OwnTaxonomy own, OwnModel model) {
        this.encoder = encoder;
        this.own = own;
        this.model = model;
    }

    /**
     * The transform.
     *
     * @param encoder is used in place of the token vectors, if it is given
     * @param own is laid over the built-in taxonomy
     * @param model is laid over the shipped model
     */
    public static ClassifyTopics of(EncoderFiles encoder, OwnTaxonomy own, OwnModel model) {
        return new ClassifyTopics(encoder, own, model);
    }

    @Override
    public PCollection<Draft> expand(PCollection<Draft> drafts) {
        return drafts.apply("Classify", ParDo.of(new Classify(encoder, own, model)));
    }

    private static final class Classify extends LabelStep {
        private static final long serialVersionUID = 1;
        private static final Counter MAIN = Metrics.counter("topic", "topic.main");
        private static final Counter MENTIONS = Metrics.counter("topic", "topic.mentions");

        private static final TopicClassifier.Reading UNREAD = new TopicClassifier.Reading(List.of(), Optional.empty());

        private final EncoderFiles files;
        private final OwnTaxonomy own;
        private final OwnModel model;

        /** Null if there is none. */
        private transient OnnxEncoder encoder;

        private transient TopicClassifier classifier;

        Classify(EncoderFiles files, OwnTaxonomy own, OwnModel model) {
            super("topic");
            this.files = files;
            this.own = own;
            this.model = model;
        }

        @Setup
        public void setup() throws IOException {
            if (files.isGiven()) {
                encoder = OnnxEncoder.open(files);
            }
            TopicFinder finder = TopicFinder.of(own);
            classifier =
                    (encoder == null ? new TopicClassifier(finder) : TopicClassifier.with(encoder, finder)).with(model);
        }

        @Teardown
        public void tearDown() {
            if (encoder != null) {
                encoder.close();
                encoder = null;
            }
        }

        @Override
        protected Draft label(Draft draft) {
            TopicClassifier.Reading reading = Language.of(draft.getLanguage())
                    .map(language -> classifier.read(language, draft.getTitle(), draft.getText()))
                    .orElse(UNREAD);
            reading.topics().forEach(label -> (label.getGrade().equals(Grade.main.name()) ? MAIN : MENTIONS).inc());
            Optional<GenreModel.Guess> genre = reading.genre().filter(GenreModel.Guess::isLikely);
            return Drafts.with(draft, labelled -> {
                labelled.setTopics(reading.topics());
                labelled.setGenre(genre.map(guess -> guess.genre().name()).orElse(null));
                labelled.setGenreScore(genre.map(GenreModel.Guess::probability).orElse(null));
            });
        }
    }
}
