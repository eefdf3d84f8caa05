package org.lintas.lab.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.lintas.schemas.Genre;
import org.lintas.topic.GenreFeatures;
import org.lintas.topic.GenreModel;
import org.lintas.topic.TopicFinder;
import org.lintas.topic.passage.PassageVectors;
import org.lintas.topic.passage.TokenVectors;

/**
 * Fits {@link GenreModel} to articles whose genre a reader told and to written texts: all of them in every step (Adam, Kingma and Ba 2015,
 * arXiv:1412.6980). No chance is involved.
 */
final class GenreTraining {

    private static final int STEPS = 120;
    private static final double RATE = 0.1;
    private static final double MEMORY = 0.9;
    private static final double LONG_MEMORY = 0.99;
    private static final double PENALTY = 1;

    /** How much a written text counts beside an article: written texts are many, and their genres are not as frequent as in the press. */
    private static final double WRITTEN_WEIGHT = 0.05;

    /** Share of an article's second genre, where the reader hesitated. */
    private static final double SECOND = 0.25;

    /** Temperatures tried, in twentieths. */
    private static final int COLDEST = 10;

    private static final int HOTTEST = 40;

    private static final String CRIME_REPORT = "crime_report";

    /** What a text may be that was written as something else than a crime: everyday events, lawful trade, figures of speech. */
    private static final Set<Genre> EVERYDAY =
            EnumSet.of(Genre.report, Genre.campaign, Genre.law, Genre.opinion, Genre.agency, Genre.other);

    private static final List<Genre> ALL = List.of(Genre.values());
    private static final int GENRES = ALL.size();

    private final List<LabelledArticle> articles;
    private final List<TopicFinder.Findings> found;

    /** For each article what a model says that did not see its fold. */
    private final List<double[]> ofOthers;

    private final double temperature;

    /** Features of a text, and its genres: shares that are known, or those of which it is one. */
    private static final class Example {
        private final float[] features;
        private final double[] shares;
        private final boolean isKnown;
        private final double weight;

        Example(float[] features, double[] shares, boolean isKnown, double weight) {
            this.features = features;
            this.shares = shares;
            this.isKnown = isKnown;
            this.weight = weight;
        }
    }

    /**
     * Training with some articles.
     *
     * @param articles articles with and without a genre; the latter are not trained on
     * @param withoutFold the vectors of tokens, by fold: those that were fitted without the articles of the fold
     */
    GenreTraining(List<LabelledArticle> articles, List<TokenVectors> withoutFold) {
        this.articles = articles;
        var finder = TopicFinder.builtIn();
        this.found = articles.stream()
                .map(article -> finder.find(article.language(), article.title(), article.text()))
                .toList();
        List<float[]> features = features(withoutFold);
        var sums = new double[articles.size()][];
        IntStream.range(0, LabelledArticle.FOLDS).parallel().forEach(held -> {
            float[] weights = fit(features, i -> articles.get(i).fold() != held);
            for (int i = 0; i < sums.length; i++) {
                if (articles.get(i).fold() == held) {
                    sums[i] = sums(weights, features.get(i));
                }
            }
        });
        this.temperature = temperature(sums);
        this.ofOthers =
                Arrays.stream(sums).map(sum -> softmax(sum, temperature)).toList();
    }

    /** For each article the probability of each genre by a model that did not see its fold. */
    List<double[]> ofOthers() {
        return ofOthers;
    }

    /** How these probabilities do on articles whose genre a reader told. */
    GenreScores scores() {
        var scores = new GenreScores();
        for (int i = 0; i < ofOthers.size(); i++) {
            if (isTold(articles.get(i))) {
                scores.add(articles.get(i), GenreModel.likeliest(ofOthers.get(i)));
            }
        }
        return scores;
    }

    /** The model of all articles, over vectors that were fitted to all. */
    GenreModel model(TokenVectors tokens) {
        float[] weights = fit(features(Collections.nCopies(LabelledArticle.FOLDS, tokens)), i -> true);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) temperature;
        }
        return new GenreModel(GenreFeatures.names(tokens.dimensions()), weights);
    }

    /** Whether a reader told the genre of an article of an outlet. */
    static boolean isTold(LabelledArticle article) {
        return article.kind().equals(LabelledArticle.COLLECTED)
                && !article.genre().isEmpty();
    }

    private List<float[]> features(List<TokenVectors> byFold) {
        return IntStream.range(0, articles.size())
                .mapToObj(i -> {
                    LabelledArticle a = articles.get(i);
                    TokenVectors tokens = byFold.get(a.fold());
                    PassageVectors vectors = PassageVectors.of(tokens, a.language(), a.title(), a.text());
                    return GenreFeatures.of(found.get(i), vectors.opening());
                })
                .toList();
    }

    private float[] fit(List<float[]> features, IntPredicate isUsed) {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < articles.size(); i++) {
            if (isUsed.test(i) && !articles.get(i).genre().isEmpty()) {
                examples.add(example(articles.get(i), features.get(i)));
            }
        }
        int size = features.get(0).length * GENRES;
        var weights = new float[size];
        var mean = new double[size];
        var square = new double[size];
        for (int step = 1; step <= STEPS; step++) {
            var gradient = new float[size];
            for (Example example : examples) {
                addGradient(gradient, example, softmax(sums(weights, example.features), 1));
            }
            double rate = RATE * Math.sqrt(1 - (step - 1.0) / STEPS);
            double meanBias = 1 - StrictMath.pow(MEMORY, step);
            double squareBias = 1 - StrictMath.pow(LONG_MEMORY, step);
            for (int at = 0; at < size; at++) {
                // The bias is free.
                double slope = gradient[at] + (at < GENRES ? 0 : PENALTY * weights[at]);
                mean[at] = MEMORY * mean[at] + (1 - MEMORY) * slope;
                square[at] = LONG_MEMORY * square[at] + (1 - LONG_MEMORY) * slope * slope;
                weights[at] -= (float) (rate * (mean[at] / meanBias) / (Math.sqrt(square[at] / squareBias) + 1e-6));
            }
        }
        return weights;
    }

    private static Example example(LabelledArticle article, float[] features) {
        var shares = new double[GENRES];
        boolean isWritten = !article.kind().equals(LabelledArticle.COLLECTED);
        boolean isKnown = true;
        int at = 0;
        for (Genre genre : Genre.values()) {
            if (isWritten && article.genre().equals(Genre.other.name())) {
                isKnown = false;
                shares[at] = EVERYDAY.contains(genre) ? 1 : 0;
            } else if (genre.name().equals(article.genre())
                    || (genre == Genre.report && article.genre().equals(CRIME_REPORT))) {
                shares[at] = article.secondGenre().isEmpty() ? 1 : 1 - SECOND;
            } else if (genre.name().equals(article.secondGenre())) {
                shares[at] = SECOND;
            }
            at++;
        }
        return new Example(features, shares, isKnown, isWritten ? WRITTEN_WEIGHT : 1);
    }

    private static void addGradient(float[] gradient, Example example, double[] likely) {
        double allowed = 0;
        for (int genre = 0; genre < GENRES; genre++) {
            allowed += likely[genre] * example.shares[genre];
        }
        var errors = new float[GENRES];
        for (int genre = 0; genre < GENRES; genre++) {
            double share = example.isKnown ? example.shares[genre] : likely[genre] * example.shares[genre] / allowed;
            errors[genre] = (float) (example.weight * (likely[genre] - share));
        }
        for (int i = 0; i < example.features.length; i++) {
            float value = example.features[i];
            if (value != 0) {
                for (int genre = 0; genre < GENRES; genre++) {
                    gradient[i * GENRES + genre] += errors[genre] * value;
                }
            }
        }
    }

    private static double[] sums(float[] weights, float[] features) {
        var sums = new float[GENRES];
        for (int i = 0; i < features.length; i++) {
            float value = features[i];
            if (value != 0) {
                for (int genre = 0; genre < GENRES; genre++) {
                    sums[genre] += weights[i * GENRES + genre] * value;
                }
            }
        }
        return IntStream.range(0, GENRES).mapToDouble(genre -> sums[genre]).toArray();
    }

    private static double[] softmax(double[] sums, double temperature) {
        double greatest = Arrays.stream(sums).max().orElse(0);
        double[] powers = Arrays.stream(sums)
                .map(sum -> StrictMath.exp((sum - greatest) / temperature))
                .toArray();
        double all = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / all).toArray();
    }

    /** What the sums are divided by for the labels of articles to be likeliest. */
    private double temperature(double[][] sums) {
        double best = 1;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int t = COLDEST; t <= HOTTEST; t++) {
            double likelihood = 0;
            for (int i = 0; i < sums.length; i++) {
                if (isTold(articles.get(i))) {
                    double[] likely = softmax(sums[i], t / 20.0);
                    int genre = ALL.indexOf(Genre.valueOf(articles.get(i).genre()));
                    likelihood += StrictMath.log(Math.max(likely[genre], Float.MIN_NORMAL));
                }
            }
            if (likelihood > greatest) {
                greatest = likelihood;
                best = t / 20.0;
            }
        }
        return best;
    }
}
