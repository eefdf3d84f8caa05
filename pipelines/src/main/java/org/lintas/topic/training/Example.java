package org.lintas.topic.training;

import java.util.Optional;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;
import org.lintas.topic.TopicClassifier.Candidate;
import org.lintas.topic.TopicModel.LogOdds;
import org.lintas.topic.UpdateVector;

/**
 * A decision of a reader on a topic of an article.
 *
 * @param article id of the article
 * @param fold fold of cross-validation in which the article is held out
 * @param decided the reader's grade; empty for none
 * @param found what the models say of the topic; empty if they never give it here, since the article has no term of it and does not say it
 */
public record Example(
        String article, Language language, int fold, String topic, Optional<Grade> decided, Optional<Found> found) {

    /** Number of folds. */
    static final int FOLDS = 5;

    /**
     * A topic that the models grade.
     *
     * @param candidate with the log odds of the models as they are
     * @param prior log odds that the weights are added to: those of the models, with what they learned in other languages
     * @param features what is weighed
     */
    record Found(Candidate candidate, LogOdds prior, UpdateVector features) {

        LogOdds logOdds(double[] weights) {
            return prior.plus(features.times(weights));
        }
    }

    /** The grade of the models as they are; empty for none. Only of a topic that they grade. */
    Optional<Grade> given() {
        return graded(before());
    }

    /** The log odds of the models as they are; only of a topic that they grade. */
    LogOdds before() {
        return found.orElseThrow().candidate.logOdds();
    }

    /** The grade by some log odds; empty for none. Only of a topic that the models grade. */
    Optional<Grade> graded(LogOdds logOdds) {
        return found.orElseThrow().candidate.grade(logOdds.likelihood());
    }
}
