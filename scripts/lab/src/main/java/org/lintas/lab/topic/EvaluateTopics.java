package org.lintas.lab.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.topic.TopicClassifier;

/**
 * Scores topics, countries and genres against labels made by readers: by language and by topic, with the worst confusions, false alarms,
 * the offsets of the evidence, the speed, and two baselines.
 *
 * <p>Usage: {@code EvaluateTopics WRITTEN GENRES QUALITY ARTICLES LABELS [TRAIN]}: folders as {@link LabelledArticle} reads them. Scores by
 * language, of the texts in WRITTEN and of the genres in GENRES go to the file QUALITY, which every corpus carries. The baseline of character n-grams is trained
 * on TRAIN, and left out without it.
 */
public final class EvaluateTopics {

    private EvaluateTopics() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 5 || args.length > 6) {
            throw new IllegalArgumentException("usage: EvaluateTopics WRITTEN GENRES QUALITY ARTICLES LABELS [TRAIN]");
        }
        Path texts = Path.of(args[3]);
        List<LabelledArticle> articles = LabelledArticle.read(texts, Path.of(args[4]));
        var evaluation = new TopicEvaluation(TopicClassifier::new);
        var tables = new TopicTables();
        for (LabelledArticle article : articles) {
            tables.add(article, evaluation.judge(article));
        }
        tables.print();
        List<String> kinds = written(evaluation, LabelledArticle.readWritten(Path.of(args[0])));
        var quality = new ArrayList<>(tables.languages());
        quality.add("");
        quality.addAll(kinds);
        quality.add("");
        quality.addAll(genres(evaluation, LabelledArticle.read(texts, Path.of(args[1]))));
        Files.write(Path.of(args[2]), quality);
        evaluation.printChecks();
        baseline("plain keywords", articles, new KeywordBaseline());
        if (args.length == 6) {
            baseline("character n-grams", articles, NgramBaseline.train(LabelledArticle.read(texts, Path.of(args[5]))));
        }
        evaluation.printSpeed(articles);
    }

    /** Scores of texts written to measure with; prints them, and those of each language. */
    static List<String> written(TopicEvaluation evaluation, List<LabelledArticle> texts) {
        var kinds = new KindScores();
        Map<String, KindScores> languages = new TreeMap<>();
        for (LabelledArticle text : texts) {
            TopicEvaluation.Judgement judgement = evaluation.judge(text);
            kinds.add(text, judgement.main(), judgement.any());
            languages
                    .computeIfAbsent(text.claimed().code(), language -> new KindScores())
                    .add(text, judgement.main(), judgement.any());
        }
        System.out.printf("%nWritten texts%n%n");
        kinds.table().forEach(System.out::println);
        languages.forEach((language, scores) -> {
            System.out.printf("%n%s%n", language);
            scores.table().stream().skip(1).forEach(System.out::println);
        });
        return kinds.table();
    }

    /** Scores of genres; prints them. */
    private static List<String> genres(TopicEvaluation evaluation, List<LabelledArticle> articles) {
        var scores = new GenreScores();
        articles.forEach(article -> evaluation.genre(article).ifPresent(genre -> scores.add(article, genre)));
        System.out.printf("%nGenres%n%n");
        scores.table().forEach(System.out::println);
        return scores.table();
    }

    private static void baseline(String name, List<LabelledArticle> articles, TopicBaseline baseline) {
        var tables = new TopicTables();
        for (LabelledArticle article : articles) {
            tables.add(article, new TopicEvaluation.Judgement(baseline.main(article), baseline.any(article), null));
        }
        System.out.printf("%nBaseline, %s%n", name);
        tables.languages().forEach(System.out::println);
    }
}
