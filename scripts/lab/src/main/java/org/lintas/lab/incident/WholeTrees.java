package org.lintas.lab.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lintas.incident.fact.FactFeatures;
import org.lintas.incident.fact.FactModel;
import org.lintas.incident.fact.FactModels;
import org.lintas.incident.fact.RegressionTrees;
import org.lintas.incident.fact.WholeFeatures;
import org.lintas.lab.incident.TrainFactModels.Fact;

/**
 * Fits the trees that tell whether a figure counts all that happened when the others of its article are known. What each figure says alone comes from models
 * that were not fitted to its event.
 */
final class WholeTrees {

    private static final int FOLDS = 5;

    private static final BoostedTrees.Size SIZE = new BoostedTrees.Size(200, 8, .03);

    private static final String HEAD = """
            # What tells whether a figure counts all that happened when the others of its article are known, in natural logarithms of odds: the sum of START and
            # of one leaf of each tree, fitted to figures that were read (TrainFactModels). A node: feature, bound, how many rows further the part for values
            # beyond the bound begins; the next row is for those up to it. A leaf: LEAF, what it adds.
            """;

    /**
     * The figures of an article.
     *
     * @param figures in its order
     * @param verdicts what was judged of each, empty if it was not
     */
    record Article(String id, WholeFeatures together, List<FactFeatures> figures, List<String> verdicts) {}

    private final Events events;
    private final List<Fact> any;
    private final List<Fact> whole;

    /**
     * Trees over models.
     *
     * @param events articles on one event are left out together
     * @param any what the model is fitted to that tells whether a figure counts anything of the event
     * @param whole what that is fitted to which tells whether it counts all of it
     */
    WholeTrees(Events events, List<Fact> any, List<Fact> whole) {
        this.events = events;
        this.any = any;
        this.whole = whole;
    }

    /** The table of trees fitted to articles to which the models are fitted, too. */
    String table(List<Article> articles) {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> isOne = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Predicate<String> isLeft = article -> events.part(article, FOLDS) == left;
            FactModel anyModel = TrainFactModels.fit(without(any, isLeft), verdict -> !verdict.equals("0"));
            FactModel wholeModel = TrainFactModels.fit(without(whole, isLeft), verdict -> verdict.equals("1"));
            for (Article article : articles) {
                if (isLeft.test(article.id)) {
                    double[][] features = features(article, wholeModel, anyModel);
                    for (int i = 0; i < features.length; i++) {
                        if (!article.verdicts.get(i).isEmpty()) {
                            rows.add(features[i]);
                            isOne.add(article.verdicts.get(i).equals("1"));
                        }
                    }
                }
            }
        }
        var ones = new boolean[rows.size()];
        var counts = new double[rows.size()];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = isOne.get(i);
            counts[i] = 1;
        }
        return HEAD
                + BoostedTrees.table(
                        SIZE,
                        WholeFeatures.NAMES,
                        new int[WholeFeatures.NAMES.size()],
                        rows.toArray(double[][]::new),
                        ones,
                        counts);
    }

    private static List<Fact> without(List<Fact> facts, Predicate<String> isLeft) {
        return facts.stream().filter(fact -> !isLeft.test(fact.article())).toList();
    }

    /** How likely the judged figures of articles count all that happened, by a table of trees and the models that are fitted to all. */
    static Map<Fact, Double> probabilities(String table, List<Article> articles, FactModel whole, FactModel any) {
        var trees = new RegressionTrees(WholeFeatures.NAMES, BoostedTrees.rows(table));
        Map<Fact, Double> probabilities = new LinkedHashMap<>();
        for (Article article : articles) {
            double[][] features = features(article, whole, any);
            for (int i = 0; i < features.length; i++) {
                String verdict = article.verdicts.get(i);
                if (!verdict.isEmpty()) {
                    probabilities.put(
                            new Fact(article.id, "", article.figures.get(i), verdict, false, 1),
                            1 / (1 + StrictMath.exp(-trees.odds(features[i]))));
                }
            }
        }
        return probabilities;
    }

    /** The features of all figures of an article. */
    private static double[][] features(Article article, FactModel whole, FactModel any) {
        List<WholeFeatures.Odds> odds = FactModels.odds(article.figures, whole, any);
        return IntStream.range(0, odds.size())
                .mapToObj(i -> article.together.of(i, odds))
                .toArray(double[][]::new);
    }
}
