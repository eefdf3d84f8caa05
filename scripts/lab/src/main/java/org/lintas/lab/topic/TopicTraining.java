package org.lintas.lab.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lintas.lab.topic.TopicRegression.Example;
import org.lintas.topic.TopicFeatures;
import org.lintas.topic.TopicFinder;
import org.lintas.topic.TopicModel;
import org.lintas.topic.TopicModel.Likelihood;
import org.lintas.topic.TopicModel.Thresholds;
import org.lintas.topic.passage.PassageReader;
import org.lintas.topic.passage.PassageScores;
import org.lintas.topic.passage.PassageVectors;

/** Examples made of labelled articles, and what the model makes of articles that it was not trained on. */
final class TopicTraining {

    /** Thresholds tried, in hundredths. */
    private static final int FROM = 20;

    private static final int TO = 70;

    /** The best threshold of few labels is an accident: what counts is how good its surroundings are, so many hundredths. */
    private static final int AROUND = 5;

    /** Share of the mentions given that are to be right, and the greatest threshold tried for it. */
    private static final double MENTIONS_RIGHT = 0.85;

    private static final int MAX_ANY = 90;

    /** The same for main topics without a term, which are given only if they are more likely than not: one sentence has to bear them. */
    private static final double WITHOUT_TERM_RIGHT = 0.6;

    private static final int LIKELY = 50;

    private final List<LabelledArticle> articles;
    private final List<Example> examples = new ArrayList<>();

    /**
     * Training with some articles.
     *
     * @param withoutFold what reads passages, by fold: it did not see the articles of the fold, so that their features are no better than those of a
     *     new one
     * @param genres for each article the probability of each genre by a model that did not see its fold; there may be more
     */
    TopicTraining(List<LabelledArticle> articles, List<PassageReader> withoutFold, List<double[]> genres) {
        this.articles = articles;
        var finder = TopicFinder.builtIn();
        List<PassageScores> scores = articles.stream()
                .map(article -> scores(withoutFold.get(article.fold()), article))
                .toList();
        for (int i = 0; i < articles.size(); i++) {
            LabelledArticle article = articles.get(i);
            TopicFinder.Findings found = finder.find(article.language(), article.title(), article.text())
                    .withTopicsSaid(scores.get(i));
            var features = new TopicFeatures(found, scores.get(i), genres.get(i));
            for (int t = 0; t < found.topics().size(); t++) {
                String topic = found.topics().get(t).topic();
                int grade =
                        article.main().contains(topic) ? 2 : article.mention().contains(topic) ? 1 : 0;
                boolean candidate = found.candidates().contains(t);
                boolean hasTerm = found.topics().get(t).hasEvidence();
                examples.add(new Example(i, topic, grade, article.weight(), candidate, hasTerm, features.vector(t)));
            }
        }
    }

    private static PassageScores scores(PassageReader reader, LabelledArticle article) {
        return PassageScores.of(
                reader.model(),
                PassageVectors.of(reader.encoder(), article.language(), article.title(), article.text()));
    }

    List<Example> examples() {
        return examples;
    }

    /** For each example what a model says that saw the other folds only. */
    List<Likelihood> crossValidate() {
        var likelihoods = new Likelihood[examples.size()];
        IntStream.range(0, LabelledArticle.FOLDS).parallel().forEach(held -> {
            var others = examples.stream()
                    .filter(example -> articles.get(example.article()).fold() != held)
                    .toList();
            TopicModel model = TopicModel.of(TopicRegression.fit(others), new Thresholds(1, 1, 1));
            for (int i = 0; i < likelihoods.length; i++) {
                if (articles.get(examples.get(i).article()).fold() == held) {
                    likelihoods[i] = model.likelihood(examples.get(i).features());
                }
            }
        });
        return List.of(likelihoods);
    }

    /**
     * The threshold of main topics in whose surroundings F1 of usual reports is best; the least one that makes main topics without a term
     * right often enough in all texts, most of which were written to tell these apart; and the least one of either grade that makes mentions
     * precise.
     */
    Thresholds thresholds(List<Likelihood> likelihoods) {
        double main = mainThreshold(likelihoods);
        return new Thresholds(main, withoutTermThreshold(likelihoods), anyThreshold(likelihoods, main));
    }

    private double withoutTermThreshold(List<Likelihood> likelihoods) {
        for (int t = LIKELY; t < MAX_ANY; t++) {
            int given = 0;
            int right = 0;
            for (int i = 0; i < examples.size(); i++) {
                Example example = examples.get(i);
                if (!example.hasTerm()
                        && example.candidate()
                        && likelihoods.get(i).main() >= t / 100.0) {
                    given++;
                    right += example.grade() == 2 ? 1 : 0;
                }
            }
            if (right >= given * WITHOUT_TERM_RIGHT) {
                return t / 100.0;
            }
        }
        return MAX_ANY / 100.0;
    }

    /** The least threshold from which on enough of the mentions that are given are right. */
    private double anyThreshold(List<Likelihood> likelihoods, double main) {
        for (int t = FROM; t < MAX_ANY; t++) {
            int given = 0;
            int right = 0;
            for (int i = 0; i < examples.size(); i++) {
                Likelihood likelihood = likelihoods.get(i);
                if (counts(i)
                        && examples.get(i).hasTerm()
                        && likelihood.main() < main
                        && likelihood.any() >= t / 100.0) {
                    given++;
                    right += examples.get(i).grade() > 0 ? 1 : 0;
                }
            }
            if (right >= given * MENTIONS_RIGHT) {
                return t / 100.0;
            }
        }
        return MAX_ANY / 100.0;
    }

    /** Whether a label of an example is counted when thresholds are chosen: not where a topic is told without its words. */
    boolean counts(int example) {
        return isReadWhole(example)
                && examples.get(example).candidate()
                && !articles.get(examples.get(example).article()).kind().equals(LabelledArticle.HARD);
    }

    private double mainThreshold(List<Likelihood> likelihoods) {
        var scores = new double[TO + AROUND + 1];
        for (int t = FROM - AROUND; t < scores.length; t++) {
            scores[t] = score(likelihoods, t / 100.0).f1();
        }
        int best = FROM;
        double bestSum = 0;
        for (int t = FROM; t <= TO; t++) {
            double sum = 0;
            for (int near = t - AROUND; near <= t + AROUND; near++) {
                sum += scores[near];
            }
            if (sum > bestSum) {
                best = t;
                bestSum = sum;
            }
        }
        return best / 100.0;
    }

    /** Whether an example is of an article that was read whole: only those are measured with. */
    private boolean isReadWhole(int example) {
        return articles.get(examples.get(example).article()).isReadWhole();
    }

    /** Scores of main topics with a term at a threshold, in usual reports: collected articles read whole and written ones of the press. */
    private LabelScore score(List<Likelihood> likelihoods, double threshold) {
        var score = new LabelScore();
        int labelled = articles.stream()
                .filter(TopicTraining::isUsualReport)
                .mapToInt(article -> article.main().size())
                .sum();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            if (example.hasTerm()
                    && isUsualReport(articles.get(example.article()))
                    && likelihoods.get(i).main() >= threshold) {
                boolean right = example.grade() == 2;
                score.add(right ? 1 : 0, right ? 0 : 1, 0);
                labelled -= right ? 1 : 0;
            }
        }
        score.add(0, 0, labelled);
        return score;
    }

    private static boolean isUsualReport(LabelledArticle article) {
        return article.isReadWhole()
                && !article.kind().equals(LabelledArticle.HARD)
                && !article.kind().equals(LabelledArticle.FALSE_FRIEND);
    }

    /**
     * Scores of collected articles read whole, by language, and of all: of main topics, of main topics and mentions, of whether there
     * is a main topic.
     *
     * @param kinds counts every article read whole and every written text
     */
    Map<String, List<LabelScore>> scores(List<Likelihood> likelihoods, Thresholds thresholds, KindScores kinds) {
        List<Set<String>> main = new ArrayList<>();
        List<Set<String>> any = new ArrayList<>();
        articles.forEach(article -> {
            main.add(new TreeSet<>());
            any.add(new TreeSet<>());
        });
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            Likelihood likelihood = likelihoods.get(i);
            if (example.candidate() && thresholds.isMain(likelihood, example.hasTerm())) {
                main.get(example.article()).add(example.topic());
            }
            if (example.candidate() && thresholds.isGiven(likelihood, example.hasTerm())) {
                any.get(example.article()).add(example.topic());
            }
        }
        Map<String, List<LabelScore>> scores = new TreeMap<>();
        for (int i = 0; i < articles.size(); i++) {
            LabelledArticle article = articles.get(i);
            if (!article.isReadWhole()) {
                continue;
            }
            kinds.add(article, main.get(i), any.get(i));
            if (!article.kind().equals(LabelledArticle.COLLECTED)) {
                continue;
            }
            var labelled = new TreeSet<>(article.main());
            labelled.addAll(article.mention());
            for (String name : List.of("all", article.claimed().code())) {
                List<LabelScore> row = scores.computeIfAbsent(
                        name, key -> List.of(new LabelScore(), new LabelScore(), new LabelScore()));
                row.get(0).add(main.get(i), article.main());
                row.get(1).add(any.get(i), labelled);
                row.get(2).add(hasAny(main.get(i)), hasAny(article.main()));
            }
        }
        return scores;
    }

    private static Set<String> hasAny(Set<String> topics) {
        return topics.isEmpty() ? Set.of() : Set.of("any");
    }
}
