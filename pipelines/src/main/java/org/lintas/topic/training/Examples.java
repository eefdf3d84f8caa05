package org.lintas.topic.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;
import org.lintas.topic.TopicClassifier;
import org.lintas.topic.TopicClassifier.Candidate;
import org.lintas.topic.TopicModel.LogOdds;
import org.lintas.topic.TopicUpdate;
import org.lintas.topic.UpdateVector;

/** Makes examples of articles that readers decided on. */
public final class Examples {

    private final TopicClassifier classifier;
    private final TopicUpdate update;
    private final Map<String, double[]> weights = new HashMap<>();

    /**
     * Makes examples for models.
     *
     * @param classifier what the models say
     * @param update what they have learned already
     */
    public Examples(TopicClassifier classifier, TopicUpdate update) {
        this.classifier = classifier;
        this.update = update;
        update.topics().forEach((topic, of) -> weights.put(topic, of.unpacked()));
    }

    /**
     * The examples of an article: topics on which a reader decided, but for those of which the article has no sign and that the reader does not
     * give. Topics without a decision are none: nobody said that they are absent.
     *
     * @param fold as by {@link ArticleFolds}
     * @param decided the reader's grades by topic; empty for none
     */
    public List<Example> of(
            String article,
            Language language,
            String title,
            String text,
            int fold,
            Map<String, Optional<Grade>> decided) {
        var examples = new ArrayList<Example>();
        Set<String> left = new TreeSet<>(decided.keySet());
        for (Candidate candidate : classifier.candidates(language, title, text)) {
            String topic = candidate.finding().topic();
            if (left.remove(topic)) {
                var features = UpdateVector.of(candidate.features(), language);
                var found = new Example.Found(candidate, prior(candidate, language, features), features);
                examples.add(new Example(article, language, fold, topic, decided.get(topic), Optional.of(found)));
            }
        }
        for (String topic : left) {
            if (decided.get(topic).isPresent()) {
                examples.add(new Example(article, language, fold, topic, decided.get(topic), Optional.empty()));
            }
        }
        return examples;
    }

    /**
     * The topics of an undecided article that the models grade and do not give. They are not decided: what the models say of them is to stay, since
     * readers see what is given, and what they find right there says nothing of the rest.
     */
    public List<Example> notGiven(String article, Language language, String title, String text, Set<String> topics) {
        var examples = new ArrayList<Example>();
        for (Candidate candidate : classifier.candidates(language, title, text)) {
            String topic = candidate.finding().topic();
            if (topics.contains(topic)
                    && candidate.grade(candidate.logOdds().likelihood()).isEmpty()) {
                var features = UpdateVector.of(candidate.features(), language);
                var found = new Example.Found(candidate, prior(candidate, language, features), features);
                examples.add(new Example(article, language, 0, topic, Optional.empty(), Optional.of(found)));
            }
        }
        return examples;
    }

    private LogOdds prior(Candidate candidate, Language language, UpdateVector features) {
        TopicUpdate.OfTopic learned = update.topics().get(candidate.finding().topic());
        return learned == null || learned.languages().contains(language)
                ? candidate.logOdds()
                : candidate
                        .logOdds()
                        .plus(features.times(weights.get(candidate.finding().topic())));
    }
}
