package org.lintas.lab.topic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lintas.record.TopicLabel;
import org.lintas.topic.OwnTaxonomy;
import org.lintas.topic.Taxonomy;
import org.lintas.topic.TopicClassifier;
import org.lintas.topic.TopicFinder;

/**
 * Scores each built-in topic as if a user had brought it: graded without what the models know of this topic alone (its own features, its pairs with
 * others, its terms and letters, what passages say of it), beside its usual score. The models were trained on texts of the topic all the same: the
 * weights that all topics share were.
 *
 * <p>Usage: {@code EvaluateOwnTopics ARTICLES LABELS [TERMS]}: folders as {@link LabelledArticle} reads them; with a number, only the first
 * so many terms of the topic are left in each language.
 */
public final class EvaluateOwnTopics {

    /** Topics with fewer main labels are left out of the average. */
    private static final int LEAST_LABELS = 10;

    private EvaluateOwnTopics() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            throw new IllegalArgumentException("usage: EvaluateOwnTopics ARTICLES LABELS [TERMS]");
        }
        int terms = args.length == 3 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
        List<LabelledArticle> articles = LabelledArticle.read(Path.of(args[0]), Path.of(args[1]));
        List<List<TopicLabel>> usual = labels(new TopicClassifier(), articles);
        var averaged = new ArrayList<LabelScore[]>();
        System.out.printf(
                "%-24s %5s  %-18s %-18s %s%n", "topic", "main", "F1 main (P/R)", "as an own topic", "main or mention");
        for (String topic : Taxonomy.builtIn().topics()) {
            var classifier = new TopicClassifier(finder(topic, terms).asOwn(topic));
            List<List<TopicLabel>> own = labels(classifier, articles);
            LabelScore[] scores = {
                score(usual, topic, articles, true),
                score(own, topic, articles, true),
                score(own, topic, articles, false)
            };
            System.out.printf(
                    "%-24s %5d  %-18s %-18s %s%n", topic, scores[0].labelled(), scores[0], scores[1], scores[2]);
            if (scores[0].labelled() >= LEAST_LABELS) {
                averaged.add(scores);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nMean of the %d topics with at least %d main labels: %.3f, as own topics %.3f%n",
                averaged.size(),
                LEAST_LABELS,
                averaged.stream()
                        .mapToDouble(scores -> scores[0].f1())
                        .average()
                        .orElse(0),
                averaged.stream()
                        .mapToDouble(scores -> scores[1].f1())
                        .average()
                        .orElse(0));
    }

    /** Finds the built-in terms, of one topic only the first in each language. */
    private static TopicFinder finder(String topic, int terms) {
        if (terms == Integer.MAX_VALUE) {
            return TopicFinder.builtIn();
        }
        String file = topic + ".yaml";
        var kept = new StringBuilder("replace: true\n");
        int inLanguage = 0;
        for (String line : Taxonomy.builtInFiles().get(file).lines().toList()) {
            inLanguage = line.startsWith("    - ") ? inLanguage + 1 : 0;
            if (inLanguage <= terms) {
                kept.append(line).append('\n');
            }
        }
        return TopicFinder.of(OwnTaxonomy.of(new TreeMap<>(Map.of(file, kept.toString()))));
    }

    private static List<List<TopicLabel>> labels(TopicClassifier classifier, List<LabelledArticle> articles) {
        return articles.stream()
                .map(article -> classifier.classify(article.language(), article.title(), article.text()))
                .toList();
    }

    /** What was found of a topic, main only or either grade. */
    private static LabelScore score(
            List<List<TopicLabel>> labels, String topic, List<LabelledArticle> articles, boolean onlyMain) {
        var score = new LabelScore();
        for (int i = 0; i < articles.size(); i++) {
            LabelledArticle article = articles.get(i);
            boolean found = labels.get(i).stream()
                    .filter(label -> label.getTopic().equals(topic))
                    .anyMatch(label -> !onlyMain || label.getGrade().equals("main"));
            boolean labelled = article.main().contains(topic)
                    || (!onlyMain && article.mention().contains(topic));
            score.add(found ? Set.of(topic) : Set.of(), labelled ? Set.of(topic) : Set.of());
        }
        return score;
    }
}
