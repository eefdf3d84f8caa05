package org.lintas.lab.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.MergeRows;
import org.lintas.dataset.StoredPart;
import org.lintas.incident.LabelledArticle;
import org.lintas.record.Draft;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.ArticleEntity;
import org.lintas.schemas.ArticleFigure;
import org.lintas.schemas.ArticlePlace;
import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.Dataset;

/** The labelled articles of a finished corpus, from its rows. */
final class CorpusDrafts {

    private CorpusDrafts() {}

    static void forEach(FinishedCorpus corpus, Consumer<Draft> consumer) throws IOException {
        Map<String, List<ArticleTopic>> topics = rows(corpus, Dataset.ARTICLE_TOPICS, ArticleTopic::getArticleId);
        Map<String, List<ArticleCountry>> countries =
                rows(corpus, Dataset.ARTICLE_COUNTRIES, ArticleCountry::getArticleId);
        Map<String, List<ArticlePlace>> places = rows(corpus, Dataset.ARTICLE_PLACES, ArticlePlace::getArticleId);
        Map<String, List<ArticleFigure>> figures = rows(corpus, Dataset.ARTICLE_FIGURES, ArticleFigure::getArticleId);
        Map<String, List<ArticleEntity>> entities = rows(corpus, Dataset.ARTICLE_ENTITIES, ArticleEntity::getArticleId);
        List<StoredPart> parts =
                corpus.files().of(Dataset.ARTICLES).stream().map(StoredPart::of).toList();
        try (MergeRows<Article> articles = MergeRows.open(Dataset.ARTICLES, parts)) {
            for (Article row = articles.next(); row != null; row = articles.next()) {
                String id = row.getArticleId();
                consumer.accept(new LabelledArticle(
                                row,
                                topics.getOrDefault(id, List.of()),
                                countries.getOrDefault(id, List.of()),
                                places.getOrDefault(id, List.of()),
                                figures.getOrDefault(id, List.of()),
                                entities.getOrDefault(id, List.of()))
                        .draft());
            }
        }
    }

    private static <T extends SpecificRecord> Map<String, List<T>> rows(
            FinishedCorpus corpus, Dataset dataset, Function<T, String> id) throws IOException {
        Map<String, List<T>> byArticle = new HashMap<>();
        List<StoredPart> parts =
                corpus.files().of(dataset).stream().map(StoredPart::of).toList();
        try (MergeRows<T> rows = MergeRows.open(dataset, parts)) {
            for (T row = rows.next(); row != null; row = rows.next()) {
                byArticle
                        .computeIfAbsent(id.apply(row), any -> new ArrayList<>())
                        .add(row);
            }
        }
        return byArticle;
    }
}
