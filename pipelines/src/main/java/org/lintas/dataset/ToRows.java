package org.lintas.dataset;

import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.lintas.element.Draft;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.ArticleFigure;
import org.lintas.schemas.ArticlePlace;
import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.Fingerprint;
import org.lintas.text.PublishedText;

/** Cuts each finished article into the rows of the datasets. */
public final class ToRows extends PTransform<PCollection<Draft>, PCollectionTuple> {

    public static final TupleTag<Article> ARTICLES = new TupleTag<>() {};
    public static final TupleTag<ArticleTopic> TOPICS = new TupleTag<>() {};
    public static final TupleTag<ArticleCountry> COUNTRIES = new TupleTag<>() {};
    public static final TupleTag<ArticlePlace> PLACES = new TupleTag<>() {};
    public static final TupleTag<ArticleFigure> FIGURES = new TupleTag<>() {};
    public static final TupleTag<Fingerprint> FINGERPRINTS = new TupleTag<>() {};

    private static final long serialVersionUID = 1;

    private final PublishedText published;

    private ToRows(PublishedText published) {
        this.published = published;
    }

    /** Cuts rows that hold this much of the text. */
    public static ToRows of(PublishedText published) {
        return new ToRows(published);
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        return drafts.apply(
                "Cut",
                ParDo.of(new Cut(published))
                        .withOutputTags(
                                ARTICLES, TupleTagList.of(List.of(TOPICS, COUNTRIES, PLACES, FIGURES, FINGERPRINTS))));
    }

    private static final class Cut extends DoFn<Draft, Article> {
        private static final long serialVersionUID = 1;

        private final PublishedText published;

        Cut(PublishedText published) {
            this.published = published;
        }

        @ProcessElement
        public void cut(@Element Draft draft, MultiOutputReceiver out) {
            out.get(ARTICLES).output(ArticleRows.article(draft, published));
            out.get(FINGERPRINTS).output(ArticleRows.fingerprint(draft));
            draft.getTopics().forEach(label -> out.get(TOPICS).output(ArticleRows.topic(draft, label)));
            draft.getCountries().forEach(mention -> out.get(COUNTRIES).output(ArticleRows.country(draft, mention)));
            draft.getPlaces().forEach(mention -> out.get(PLACES).output(ArticleRows.place(draft, mention)));
            draft.getFigures().forEach(mention -> out.get(FIGURES).output(ArticleRows.figure(draft, mention)));
        }
    }
}
