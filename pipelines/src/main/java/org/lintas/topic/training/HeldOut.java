package org.lintas.topic.training;

import java.util.Optional;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;

/**
 * What became of a decision whose article was held out.
 *
 * @param decided the reader's grade; empty for none
 * @param before the grade of the models as they were
 * @param after the grade of a model that was trained without the article
 */
public record HeldOut(
        Language language, String topic, Optional<Grade> decided, Optional<Grade> before, Optional<Grade> after) {}
