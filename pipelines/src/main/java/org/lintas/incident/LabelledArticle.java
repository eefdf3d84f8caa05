package org.lintas.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lintas.record.CountryMention;
import org.lintas.record.Draft;
import org.lintas.record.EntityMention;
import org.lintas.record.FigureMention;
import org.lintas.record.PlaceMention;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.ArticleEntity;
import org.lintas.schemas.ArticleFigure;
import org.lintas.schemas.ArticlePlace;
import org.lintas.schemas.ArticleTopic;

/**
 * The rows of an article of a finished corpus, in any order.
 *
 * @param article with the full text
 */
public record LabelledArticle(
        Article article,
        List<ArticleTopic> topics,
        List<ArticleCountry> countries,
        List<ArticlePlace> places,
        List<ArticleFigure> figures,
        List<ArticleEntity> entities) {

    /** Names in the order in which they were found: those of the headline first. */
    private static final Comparator<ArticleEntity> FOUND = Comparator.comparing(ArticleEntity::getInTitle)
            .reversed()
            .thenComparing(ArticleEntity::getStart)
            .thenComparing(entity -> entity.getOrigin().name())
            .thenComparing(ArticleEntity::getEnd);

    /** The article as it was when its report was read. */
    public Draft draft() {
        return Draft.newBuilder()
                .setArticleId(article.getArticleId())
                .setRecordId(article.getRecordId())
                .setArchiveFile(article.getArchiveFile())
                .setArchiveOffset(article.getArchiveOffset())
                .setTitle(article.getTitle())
                .setText(article.getText())
                .setLanguage(article.getLanguage())
                .setSource(article.getSource())
                .setUrlHost(article.getUrlHost())
                .setOutlets(article.getOutlets())
                .setPublishedAt(article.getPublishedAt())
                .setPublishedPrecision(name(article.getPublishedPrecision()))
                .setFirstPublishedAt(article.getFirstPublishedAt())
                .setGenre(name(article.getGenre()))
                .setTopics(topics.stream()
                        .map(topic -> new TopicLabel(
                                topic.getTopic(), topic.getGrade().name(), topic.getScore(), List.of()))
                        .toList())
                .setCountries(countries.stream()
                        .map(country -> new CountryMention(
                                country.getCountry(), country.getMentions(), country.getFirstOffset()))
                        .toList())
                .setPlaces(places.stream().map(LabelledArticle::mention).toList())
                .setFigures(figures.stream()
                        .sorted(Comparator.comparing(ArticleFigure::getStart))
                        .map(LabelledArticle::mention)
                        .toList())
                .setEntities(entities.stream()
                        .sorted(FOUND)
                        .map(LabelledArticle::mention)
                        .toList())
                .build();
    }

    private static PlaceMention mention(ArticlePlace place) {
        return new PlaceMention(
                place.getPlace(),
                place.getCountry(),
                place.getKind().name(),
                place.getMentions(),
                place.getFirstOffset(),
                place.getLat(),
                place.getLon(),
                place.getTowns() == null ? List.of() : place.getTowns());
    }

    private static FigureMention mention(ArticleFigure figure) {
        return new FigureMention(
                figure.getKind().name(),
                figure.getSubject(),
                figure.getValue(),
                figure.getValueHigh(),
                figure.getUnit(),
                figure.getText(),
                figure.getStart(),
                figure.getEnd());
    }

    private static EntityMention mention(ArticleEntity entity) {
        return new EntityMention(
                entity.getEntityId(),
                entity.getKind().name(),
                entity.getOrigin().name(),
                entity.getName(),
                entity.getNormalisedName(),
                entity.getInTitle(),
                entity.getStart(),
                entity.getEnd());
    }

    private static String name(Enum<?> constant) {
        return Optional.ofNullable(constant).map(Enum::name).orElse(null);
    }
}
