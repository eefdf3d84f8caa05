package org.lintas.lab.topic;

import java.util.Set;
import java.util.TreeSet;
import org.lintas.text.Language;
import org.lintas.topic.Taxonomy;
import org.lintas.topic.TopicFinder;
import org.lintas.topic.TopicFinding;

/** Topics by the mere occurrence of a core term: what the classifier has to be better than. */
public final class PlainKeywords {

    private final TopicFinder finder = TopicFinder.builtIn();

    /** The topics of which a core term occurs. */
    public Set<String> topics(Language language, String text) {
        var topics = new TreeSet<String>();
        for (TopicFinding finding : finder.find(language, "", text).topics()) {
            if (finding.hits().stream().anyMatch(hit -> hit.is(Taxonomy.Kind.CORE))) {
                topics.add(finding.topic());
            }
        }
        return topics;
    }
}
