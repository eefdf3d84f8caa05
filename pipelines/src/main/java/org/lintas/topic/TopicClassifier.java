package org.lintas.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lintas.record.TermHit;
import org.lintas.record.TopicLabel;
import org.lintas.text.CodePoints;
import org.lintas.text.Language;
import org.lintas.topic.TopicModel.Likelihood;

/**
 * Labels an article with topics by the terms in it: a topic without a term in the article is never assigned. A linear model decides
 * between {@code main}, {@code mention} and no label by the strength and position of the terms and by the other terms near
 * them; the score is the probability of the grade or a higher one.
 */
public final class TopicClassifier {

    /** Written into the file metadata of every dataset that depends on labels. */
    public static final String VERSION = "lexicon-model-5";

    private static final int MAX_EVIDENCE = 20;

    private static final int IN_TITLE = 3;
    private static final int IN_LEAD = 2;

    private final TopicFinder finder = new TopicFinder();
    private final TopicModel model = TopicModel.load();

    private record WeightedHit(TopicFinding.Hit hit, double value) {}

    /** The labels of an article, by topic. Empty for languages without a lexicon. */
    public List<TopicLabel> classify(Language language, String title, String text) {
        TopicFinder.Findings article = finder.find(language, title, text);
        if (article.topics().stream().noneMatch(TopicFinding::carries)) {
            return List.of();
        }
        var features = new TopicFeatures(article);
        var labels = new ArrayList<TopicLabel>();
        TopicModel.Shared shared = null;
        for (int i = 0; i < article.topics().size(); i++) {
            TopicFinding finding = article.topics().get(i);
            if (finding.carries()) {
                FeatureVector vector = features.vector(i);
                shared = shared == null ? model.shared(vector) : shared;
                Likelihood likelihood = model.likelihood(vector, shared);
                boolean main = likelihood.main() >= model.thresholds().main();
                if (main || likelihood.any() >= model.thresholds().any()) {
                    labels.add(TopicLabel.newBuilder()
                            .setTopic(finding.topic())
                            .setGrade(main ? "main" : "mention")
                            .setScore(main ? likelihood.main() : likelihood.any())
                            .setEvidence(evidence(article, finding))
                            .build());
                }
            }
        }
        return labels;
    }

    /** The strongest terms: by weight and position, each repetition less than the one before. */
    private static List<TermHit> evidence(TopicFinder.Findings article, TopicFinding finding) {
        Map<Taxonomy.Term, Integer> times = new HashMap<>();
        int leadEnd = TopicProfile.leadEnd(article);
        return finding.hits().stream()
                .map(hit -> {
                    int position = hit.start() < article.textStart() ? IN_TITLE : hit.start() < leadEnd ? IN_LEAD : 1;
                    int time = times.merge(hit.term(), 1, Integer::sum);
                    return new WeightedHit(hit, hit.term().weight() * position / time);
                })
                .sorted(Comparator.comparingDouble((WeightedHit h) -> -h.value).thenComparingInt(h -> h.hit.start()))
                .limit(MAX_EVIDENCE)
                .map(weighted -> evidence(article, weighted.hit))
                .toList();
    }

    private static TermHit evidence(TopicFinder.Findings article, TopicFinding.Hit hit) {
        boolean inTitle = hit.start() < article.textStart();
        String field = inTitle ? article.title() : article.text();
        int start = inTitle ? hit.start() : hit.start() - article.textStart();
        int end = inTitle ? Math.min(hit.end(), field.length()) : hit.end() - article.textStart();
        return TermHit.newBuilder()
                .setTerm(field.substring(start, end))
                .setInTitle(inTitle)
                .setStart(CodePoints.offset(field, start))
                .setEnd(CodePoints.offset(field, end))
                .build();
    }
}
