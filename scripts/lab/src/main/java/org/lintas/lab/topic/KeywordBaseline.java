package org.lintas.lab.topic;

import java.util.Set;
import java.util.TreeSet;

/** Plain keywords: a core term in the headline or in the first lines makes a topic main, one anywhere a mention. */
final class KeywordBaseline implements TopicBaseline {

    private static final int OPENING = 200;

    private final PlainKeywords keywords = new PlainKeywords();

    @Override
    public Set<String> main(LabelledArticle article) {
        String text = article.text();
        Set<String> main = new TreeSet<>(keywords.topics(article.language(), article.title()));
        main.addAll(keywords.topics(article.language(), text.substring(0, Math.min(OPENING, text.length()))));
        return main;
    }

    @Override
    public Set<String> any(LabelledArticle article) {
        return keywords.topics(article.language(), article.title() + "\n" + article.text());
    }
}
