package org.lintas.dataset;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.lintas.element.CountryMention;
import org.lintas.element.Draft;
import org.lintas.element.TermHit;
import org.lintas.element.TopicLabel;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.DatePrecision;
import org.lintas.schemas.Evidence;
import org.lintas.schemas.Grade;
import org.lintas.schemas.TextField;
import org.lintas.text.Language;

/** Cuts each finished article into the rows of the datasets. */
public final class ToRows extends PTransform<PCollection<Draft>, PCollectionTuple> {

    public static final TupleTag<Article> ARTICLES = new TupleTag<>() {};
    public static final TupleTag<ArticleTopic> TOPICS = new TupleTag<>() {};
    public static final TupleTag<ArticleCountry> COUNTRIES = new TupleTag<>() {};

    private static final long serialVersionUID = 1;

    private ToRows() {}

    public static ToRows create() {
        return new ToRows();
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        return drafts.apply(
                "Cut",
                ParDo.of(new Cut())
                        .withOutputTags(ARTICLES, TupleTagList.of(TOPICS).and(COUNTRIES)));
    }

    private static final class Cut extends DoFn<Draft, Article> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void cut(@Element Draft draft, MultiOutputReceiver out) {
            out.get(ARTICLES).output(article(draft));
            draft.getTopics().forEach(label -> out.get(TOPICS).output(topic(draft, label)));
            draft.getCountries().forEach(mention -> out.get(COUNTRIES).output(country(draft, mention)));
        }
    }

    static Article article(Draft draft) {
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
                .setText(draft.getText())
                .setLanguage(draft.getLanguage())
                .setLanguageConfidence(draft.getLanguageConfidence())
                .setAuthor(draft.getAuthor())
                .setSource(draft.getSource())
                .setDateline(draft.getDateline())
                .setPublishedAt(draft.getPublishedAt())
                .setPublishedPrecision(Optional.ofNullable(draft.getPublishedPrecision())
                        .map(DatePrecision::valueOf)
                        .orElse(null))
                .setCapturedAt(draft.getCapturedAt())
                .setArchiveFile(draft.getArchiveFile())
                .setArchiveOffset(draft.getArchiveOffset())
                .setContentDigest(draft.getContentDigest())
                .setClusterId(draft.getArticleId())
                .setClusterSize(draft.getClusterSize())
                .setFirstPublishedAt(draft.getFirstPublishedAt())
                .setTopics(topics)
                .setCountries(countries)
                .setIsTransnational(!topics.isEmpty() && crossesBorder(draft.getLanguage(), countries))
                .build();
    }

    /** Two countries, or one other than the home of the language's press. */
    private static boolean crossesBorder(String language, List<String> countries) {
        Optional<String> home = Language.of(language).flatMap(Language::home);
        return countries.size() >= 2
                || (countries.size() == 1 && home.isPresent() && !home.get().equals(countries.get(0)));
    }

    private static ArticleTopic topic(Draft draft, TopicLabel label) {
        return ArticleTopic.newBuilder()
                .setArticleId(draft.getArticleId())
                .setRecordId(draft.getRecordId())
                .setLanguage(draft.getLanguage())
                .setTopic(label.getTopic())
                .setGrade(Grade.valueOf(label.getGrade()))
                .setScore(label.getScore())
                .setEvidence(label.getEvidence().stream().map(ToRows::evidence).toList())
                .setPublishedAt(draft.getPublishedAt())
                .build();
    }

    private static Evidence evidence(TermHit hit) {
        return Evidence.newBuilder()
                .setTerm(hit.getTerm())
                .setField(hit.getInTitle() ? TextField.title : TextField.text)
                .setStart(hit.getStart())
                .setEnd(hit.getEnd())
                .build();
    }

    private static ArticleCountry country(Draft draft, CountryMention mention) {
        return ArticleCountry.newBuilder()
                .setArticleId(draft.getArticleId())
                .setRecordId(draft.getRecordId())
                .setLanguage(draft.getLanguage())
                .setCountry(mention.getCountry())
                .setMentions(mention.getMentions())
                .setFirstOffset(mention.getFirstOffset())
                .build();
    }
}
