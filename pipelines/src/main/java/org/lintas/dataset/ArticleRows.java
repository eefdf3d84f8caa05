package org.lintas.dataset;

import java.util.List;
import java.util.Optional;
import org.lintas.record.CountryMention;
import org.lintas.record.Draft;
import org.lintas.record.EntityMention;
import org.lintas.record.EvidenceSpan;
import org.lintas.record.FigureMention;
import org.lintas.record.PlaceMention;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.ArticleEntity;
import org.lintas.schemas.ArticleFigure;
import org.lintas.schemas.ArticlePlace;
import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.CorrectedField;
import org.lintas.schemas.CountryOrigin;
import org.lintas.schemas.DateOrigin;
import org.lintas.schemas.DatePrecision;
import org.lintas.schemas.EntityKind;
import org.lintas.schemas.EntityOrigin;
import org.lintas.schemas.Evidence;
import org.lintas.schemas.EvidenceKind;
import org.lintas.schemas.FigureKind;
import org.lintas.schemas.Fingerprint;
import org.lintas.schemas.Genre;
import org.lintas.schemas.Grade;
import org.lintas.schemas.PlaceKind;
import org.lintas.schemas.TextField;
import org.lintas.schemas.TopicOrigin;
import org.lintas.text.CodePoints;
import org.lintas.text.Language;
import org.lintas.text.PublishedText;
import org.lintas.text.latin.NameSpelling;

/** Creates the rows of the datasets from a finished article. */
public final class ArticleRows {

    private ArticleRows() {}

    /**
     * The row of {@code articles}.
     *
     * @param published how much of the text it contains
     */
    public static Article article(Draft draft, PublishedText published) {
        List<String> topics = draft.getTopics().stream()
                .filter(label -> label.getGrade().equals(Grade.main.name()))
                .map(TopicLabel::getTopic)
                .sorted()
                .toList();
        List<String> countries = draft.getCountries().stream()
                .map(CountryMention::getCountry)
                .sorted()
                .toList();
        return Article.newBuilder()
                .setArticleId(draft.getArticleId())
                .setRecordId(draft.getRecordId())
                .setUrl(draft.getUrl())
                .setUrlHost(draft.getUrlHost())
                .setTitle(draft.getTitle())
                .setText(published.of(draft.getText(), draft.getLanguage()))
                .setTextLength(
                        CodePoints.offset(draft.getText(), draft.getText().length()))
                .setLanguage(draft.getLanguage())
                .setLanguageConfidence(draft.getLanguageConfidence())
                .setAuthor(draft.getAuthor())
                .setSource(draft.getSource())
                .setDateline(draft.getDateline())
                .setSection(draft.getSection())
                .setDeclaredLanguage(draft.getDeclaredLanguage())
                .setPublishedAt(draft.getPublishedAt())
                .setPublishedPrecision(Optional.ofNullable(draft.getPublishedPrecision())
                        .map(DatePrecision::valueOf)
                        .orElse(null))
                .setPublishedOrigin(Optional.ofNullable(draft.getPublishedOrigin())
                        .map(DateOrigin::valueOf)
                        .orElse(null))
                .setIsDayMonthUnsure(draft.getIsDayMonthUnsure())
                .setModifiedAt(draft.getModifiedAt())
                .setCapturedAt(draft.getCapturedAt())
                .setArchiveFile(draft.getArchiveFile())
                .setArchiveOffset(draft.getArchiveOffset())
                .setContentDigest(draft.getContentDigest())
                .setClusterId(draft.getArticleId())
                .setClusterSize(draft.getClusterSize())
                .setFirstPublishedAt(draft.getFirstPublishedAt())
                .setOutlets(draft.getOutlets())
                .setTopics(topics)
                .setCountries(countries)
                .setCountriesByPlace(draft.getPlaces().stream()
                        .map(PlaceMention::getCountry)
                        .distinct()
                        .sorted()
                        .toList())
                .setIsTransnational(!topics.isEmpty() && crossesBorder(draft.getLanguage(), countries))
                .setIsCrossBorder(draft.getIsCrossBorder())
                .setGenre(Optional.ofNullable(draft.getGenre())
                        .map(Genre::valueOf)
                        .orElse(null))
                .setGenreScore(draft.getGenreScore())
                .build();
    }

    /** The row of {@code fingerprints}. */
    public static Fingerprint fingerprint(Draft draft) {
        return Fingerprint.newBuilder()
                .setContentDigest(draft.getContentDigest())
                .setRepresentativeDigest(draft.getContentDigest())
                .setRepresentativeId(draft.getArticleId())
                .setRepresentativeRecordId(draft.getRecordId())
                .setSimilarity(1)
                .setContainment(1)
                .setPublishedAt(draft.getPublishedAt())
                .setCompleteness(draft.getCompleteness())
                .setTextLength(draft.getText().length())
                .setSignature(draft.getSignature())
                .build();
    }

    /** Two countries, or one other than the home of the language's press, if it has one. */
    private static boolean crossesBorder(String language, List<String> countries) {
        Optional<String> home = Language.of(language).flatMap(Language::home);
        return countries.size() >= 2
                || (countries.size() == 1 && home.isPresent() && !home.get().equals(countries.get(0)));
    }

    /** The row of {@code article_topics} for one of its topics. */
    public static ArticleTopic topic(Draft draft, TopicLabel label) {
        return ArticleTopic.newBuilder()
                .setArticleId(draft.getArticleId())
                .setRecordId(draft.getRecordId())
                .setLanguage(draft.getLanguage())
                .setTopic(label.getTopic())
                .setGrade(Grade.valueOf(label.getGrade()))
                .setScore(label.getScore())
                .setEvidence(
                        label.getEvidence().stream().map(ArticleRows::evidence).toList())
                .setPublishedAt(draft.getPublishedAt())
                .setOrigin(
                        isDecided(draft, CorrectedField.topic, label.getTopic())
                                ? TopicOrigin.reader
                                : TopicOrigin.model)
                .build();
    }

    private static boolean isDecided(Draft draft, CorrectedField field, String value) {
        return draft.getCorrections().stream()
                .anyMatch(decision -> decision.getField().equals(field.name())
                        && decision.getValue().equals(value));
    }

    private static Evidence evidence(EvidenceSpan span) {
        return Evidence.newBuilder()
                .setTerm(span.getTerm())
                .setField(span.getInTitle() ? TextField.title : TextField.text)
                .setStart(span.getStart())
                .setEnd(span.getEnd())
                .setKind(span.getProbability() == null ? EvidenceKind.term : EvidenceKind.sentence)
                .setScore(span.getProbability())
                .build();
    }

    /** The row of {@code article_countries} for one of its countries. */
    public static ArticleCountry country(Draft draft, CountryMention mention) {
        return ArticleCountry.newBuilder()
                .setArticleId(draft.getArticleId())
                .setRecordId(draft.getRecordId())
                .setLanguage(draft.getLanguage())
                .setCountry(mention.getCountry())
                .setMentions(mention.getMentions())
                .setFirstOffset(mention.getFirstOffset())
                .setOrigin(
                        isDecided(draft, CorrectedField.country, mention.getCountry())
                                ? CountryOrigin.reader
                                : CountryOrigin.model)
                .build();
    }

    /** The row of {@code article_places} for one of its places. */
    public static ArticlePlace place(Draft draft, PlaceMention mention) {
        return ArticlePlace.newBuilder()
                .setArticleId(draft.getArticleId())
                .setRecordId(draft.getRecordId())
                .setLanguage(draft.getLanguage())
                .setPlace(mention.getPlace())
                .setCountry(mention.getCountry())
                .setKind(PlaceKind.valueOf(mention.getKind()))
                .setMentions(mention.getMentions())
                .setFirstOffset(mention.getFirstOffset())
                .setPublishedAt(draft.getPublishedAt())
                .setLat(mention.getLat())
                .setLon(mention.getLon())
                .setTowns(mention.getTowns())
                .build();
    }

    /** The row of {@code article_figures} for one of its figures. */
    public static ArticleFigure figure(Draft draft, FigureMention mention) {
        return ArticleFigure.newBuilder()
                .setArticleId(draft.getArticleId())
                .setRecordId(draft.getRecordId())
                .setLanguage(draft.getLanguage())
                .setKind(FigureKind.valueOf(mention.getKind()))
                .setSubject(mention.getSubject())
                .setValue(mention.getValue())
                .setValueHigh(mention.getValueHigh())
                .setUnit(mention.getUnit())
                .setText(mention.getText())
                .setStart(mention.getStart())
                .setEnd(mention.getEnd())
                .setPublishedAt(draft.getPublishedAt())
                .build();
    }

    /**
     * The row of {@code article_entities} for one of the names in it.
     *
     * @param spellings not in use by another thread
     */
    public static ArticleEntity entity(Draft draft, EntityMention mention, NameSpelling spellings) {
        Optional<NameSpelling.Spelling> spelling = spellings.of(mention.getName());
        return ArticleEntity.newBuilder()
                .setArticleId(draft.getArticleId())
                .setRecordId(draft.getRecordId())
                .setLanguage(draft.getLanguage())
                .setEntityId(mention.getEntityId())
                .setKind(EntityKind.valueOf(mention.getKind()))
                .setOrigin(EntityOrigin.valueOf(mention.getOrigin()))
                .setName(mention.getName())
                .setNormalisedName(mention.getNormalisedName())
                .setInTitle(mention.getInTitle())
                .setStart(mention.getStart())
                .setEnd(mention.getEnd())
                .setPublishedAt(draft.getPublishedAt())
                .setLatinName(spelling.map(NameSpelling.Spelling::latin).orElse(null))
                .setNameSound(spelling.map(NameSpelling.Spelling::sound).orElse(null))
                .build();
    }
}
