package org.lintas.evaluation;

import java.util.Set;
import org.lintas.topic.LabelledArticle;

/** A simple way to label articles, for comparison. */
interface TopicBaseline {

    /** Topics that the article is about. */
    Set<String> main(LabelledArticle article);

    /** Topics that it is about or raises. */
    Set<String> any(LabelledArticle article);
}
