package org.lintas.lab.topic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Scores topics and countries against labels made by readers: by language and by topic, with the worst confusions, false alarms,
 * the offsets of the evidence, the speed, and two baselines.
 *
 * <p>Usage: {@code EvaluateTopics ARTICLES LABELS [TRAIN]}: folders as {@link LabelledArticle} reads them. The baseline of
 * character n-grams is trained on TRAIN, and left out without it.
 */
public final class EvaluateTopics {

    private EvaluateTopics() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            throw new IllegalArgumentException("usage: EvaluateTopics ARTICLES LABELS [TRAIN]");
        }
        Path texts = Path.of(args[0]);
        List<LabelledArticle> articles = LabelledArticle.read(texts, Path.of(args[1]));
        var evaluation = new TopicEvaluation();
        var tables = new TopicTables();
        for (LabelledArticle article : articles) {
            tables.add(article, evaluation.judge(article));
        }
        tables.print();
        evaluation.printChecks();
        baseline("plain keywords", articles, new KeywordBaseline());
        if (args.length == 3) {
            baseline("character n-grams", articles, NgramBaseline.train(LabelledArticle.read(texts, Path.of(args[2]))));
        }
        evaluation.printSpeed(articles);
    }

    private static void baseline(String name, List<LabelledArticle> articles, TopicBaseline baseline) {
        var tables = new TopicTables();
        for (LabelledArticle article : articles) {
            tables.add(article, new TopicEvaluation.Judgement(baseline.main(article), baseline.any(article), null));
        }
        System.out.printf("%nBaseline, %s%n", name);
        tables.printLanguages();
    }
}
