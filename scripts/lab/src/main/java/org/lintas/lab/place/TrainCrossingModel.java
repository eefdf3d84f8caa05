package org.lintas.lab.place;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.lab.place.JudgedArticles.Judged;
import org.lintas.lab.place.JudgedArticles.Score;
import org.lintas.place.CrossingFeatures;
import org.lintas.place.CrossingModel;
import org.lintas.place.PlaceLabels;
import org.lintas.record.Draft;
import org.lintas.text.Language;
import org.lintas.topic.GenreModel;
import org.lintas.topic.TopicClassifier;
import org.lintas.topic.training.Lbfgs;

/**
 * Fits {@link CrossingModel} to articles of which readers told whether their crime crosses a border: logistic regression with a penalty on
 * squared weights.
 */
public final class TrainCrossingModel {

    private static final int FOLDS = 10;

    /** Penalty on signs as if all varied alike, and on letters. */
    private static final double SIGN_PENALTY = 33;

    private static final double LETTER_PENALTY = .35;

    /** No article counts more often than this, lest the few that stand for many drown the others. */
    private static final double MOST = 1.5;

    private static final int SIGNS = CrossingFeatures.signs().size();

    private final JudgedArticles judged;
    private final List<Judged> articles = new ArrayList<>();
    private final List<CrossingFeatures> features = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private final double[] weights;
    private final double[] penalties;

    private TrainCrossingModel(JudgedArticles judged, Path corpus) throws SQLException {
        this.judged = judged;
        Map<String, Draft> drafts = drafts(corpus);
        var labels = new PlaceLabels();
        for (Judged one : judged.of(JudgedArticles.FIT)) {
            Draft draft = drafts.get(one.id());
            if (draft != null) {
                labels.crossing(draft).ifPresent(found -> {
                    articles.add(one);
                    features.add(found);
                    languages.add(draft.getLanguage());
                });
            }
        }
        double mean = articles.stream().mapToDouble(judged::weight).average().orElseThrow();
        this.weights = articles.stream()
                .mapToDouble(one -> Math.min(MOST, judged.weight(one) / mean))
                .toArray();
        this.penalties = penalties();
    }

    /**
     * Writes the model, and what it makes of articles in cross-validation beside it.
     *
     * @param args the file of judged articles, a corpus that has them, and the file of the model
     */
    public static void main(String[] args) throws IOException, SQLException {
        if (args.length != 3) {
            System.err.println("usage: TrainCrossingModel JUDGED CORPUS MODEL");
            System.exit(2);
        }
        var training = new TrainCrossingModel(JudgedArticles.read(Path.of(args[0])), Path.of(args[1]));
        List<Integer> all = IntStream.range(0, training.articles.size()).boxed().toList();
        try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
            training.fit(all).write(out);
        }
        String card = training.card();
        Files.writeString(Path.of(args[2] + ".md"), card);
        System.out.print(card);
    }

    private static Map<String, Draft> drafts(Path corpus) throws SQLException {
        var classifier = new TopicClassifier();
        Map<String, Draft> drafts = new HashMap<>();
        try (CorpusDatabase database = CorpusDatabase.open(corpus)) {
            database.query(
                            "SELECT article_id, language, title, text, url_host FROM articles WHERE len(topics) > 0",
                            row -> Draft.newBuilder()
                                    .setArticleId(row.getString(1))
                                    .setRecordId(row.getString(1))
                                    .setArchiveFile("")
                                    .setArchiveOffset(0)
                                    .setLanguage(row.getString(2))
                                    .setTitle(row.getString(3))
                                    .setText(row.getString(4))
                                    .setUrlHost(row.getString(5))
                                    .build())
                    .forEach(draft -> drafts.put(draft.getArticleId(), draft));
        }
        drafts.values().forEach(draft -> {
            Language language = Language.of(draft.getLanguage()).orElseThrow();
            TopicClassifier.Reading reading = classifier.read(language, draft.getTitle(), draft.getText());
            draft.setTopics(reading.topics());
            draft.setGenre(reading.genre()
                    .filter(GenreModel.Guess::isLikely)
                    .map(guess -> guess.genre().name())
                    .orElse(null));
        });
        return drafts;
    }

    private double[] penalties() {
        var penalties = new double[CrossingFeatures.SIZE];
        for (int i = 0; i < SIGNS; i++) {
            int sign = i;
            double mean = features.stream()
                    .mapToDouble(found -> found.sign(sign))
                    .average()
                    .orElseThrow();
            penalties[i] = SIGN_PENALTY
                    * features.stream()
                            .mapToDouble(found -> Math.pow(found.sign(sign) - mean, 2))
                            .average()
                            .orElseThrow();
        }
        Arrays.fill(penalties, SIGNS, CrossingFeatures.SIZE - 1, LETTER_PENALTY);
        return penalties;
    }

    private CrossingModel fit(List<Integer> examples) {
        return new CrossingModel(Lbfgs.minimum(
                (at, gradient) -> {
                    double loss = 0;
                    for (int i = 0; i < at.length; i++) {
                        loss += penalties[i] * at[i] * at[i] / 2;
                        gradient[i] = penalties[i] * at[i];
                    }
                    for (int example : examples) {
                        double odds = features.get(example).sum(at);
                        double sign = articles.get(example).isCrossing() ? -1 : 1;
                        loss += weights[example] * softplus(sign * odds);
                        features.get(example)
                                .addTo(gradient, weights[example] * sign / (1 + StrictMath.exp(-sign * odds)));
                    }
                    return loss;
                },
                new double[CrossingFeatures.SIZE]));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /** For each article what a model says that was fitted without its fold. */
    private Map<Judged, Double> ofOthers() {
        Map<Judged, Double> probabilities = new HashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Map<Boolean, List<Integer>> parts = IntStream.range(0, articles.size())
                    .boxed()
                    .collect(Collectors.partitioningBy(
                            i -> Math.floorMod(articles.get(i).id().hashCode(), FOLDS) == left));
            CrossingModel model = fit(parts.get(false));
            parts.get(true).forEach(i -> probabilities.put(articles.get(i), model.probability(features.get(i))));
        }
        return probabilities;
    }

    private String card() {
        Map<Judged, Double> probabilities = ofOthers();
        var card = new StringBuilder("""
                # Model that tells whether a crime crosses a border

                Logistic regression over the signs of `BorderSigns` and the letters of headline and opening, fitted by `TrainCrossingModel` to %d articles
                with a main topic, of which readers told whether their crime crosses a border (`scripts/lab/src/evaluation/crossing/judged.tsv`).

                ## Cross-validation, %d folds by article

                Each article counts as many as it stands for.

                ```
                from      said  right  right or weak  found
                """.formatted(articles.size(), FOLDS));
        for (double least : new double[] {.3, .4, .5, .6, .7, .8}) {
            card.append(line(String.format(Locale.ROOT, "%.1f", least), articles, probabilities, least));
        }
        card.append("```\n\nBy language, from .5 on:\n\n```\nlanguage  said  right  right or weak  found\n");
        Map<String, List<Judged>> byLanguage = new TreeMap<>();
        for (int i = 0; i < articles.size(); i++) {
            byLanguage
                    .computeIfAbsent(languages.get(i), any -> new ArrayList<>())
                    .add(articles.get(i));
        }
        byLanguage.forEach((language, some) -> card.append(line(language, some, probabilities, .5)));
        return card.append("```\n").toString();
    }

    private String line(String name, List<Judged> some, Map<Judged, Double> probabilities, double least) {
        Score score = judged.score(some, one -> probabilities.get(one) >= least);
        return String.format(
                Locale.ROOT,
                "%-8s %5d  %5.3f  %13.3f  %5.3f%n",
                name,
                score.said(),
                score.right(),
                score.rightOrWeak(),
                score.found());
    }
}
