package org.lintas.lab.topic;

import java.util.Set;

/** A simple way to label articles, for comparison. */
interface TopicBaseline {

    /** Topics that the article is about. */
    Set<String> main(LabelledArticle article);

    /** Topics that it is about or raises. */
    Set<String> any(LabelledArticle article);
}
