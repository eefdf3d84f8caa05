package org.lintas.cli;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.lintas.dataset.ToRows;
import org.lintas.entity.FindEntities;
import org.lintas.entity.WatchList;
import org.lintas.figure.FindFigures;
import org.lintas.incident.ReadReports;
import org.lintas.place.TagCountries;
import org.lintas.record.Draft;
import org.lintas.topic.ClassifyTopics;
import org.lintas.topic.CorrectTopics;
import org.lintas.topic.OwnModel;
import org.lintas.topic.OwnTaxonomy;
import org.lintas.topic.encoder.EncoderFiles;

/** Labels articles and makes their rows. A build applies it twice: articles in one collection would have to be sent there once more. */
final class LabelArticles extends PTransform<PCollection<Draft>, PCollectionTuple> {

    private static final long serialVersionUID = 1;

    private final EncoderFiles encoder;
    private final OwnTaxonomy taxonomy;
    private final OwnModel model;
    private final WatchList watchList;
    private final ToRows toRows;

    private LabelArticles(
            EncoderFiles encoder, OwnTaxonomy taxonomy, OwnModel model, WatchList watchList, ToRows toRows) {
        this.encoder = encoder;
        this.taxonomy = taxonomy;
        this.model = model;
        this.watchList = watchList;
        this.toRows = toRows;
    }

    static LabelArticles of(
            EncoderFiles encoder, OwnTaxonomy taxonomy, OwnModel model, WatchList watchList, ToRows toRows) {
        return new LabelArticles(encoder, taxonomy, model, watchList, toRows);
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> articles) {
        return articles.apply("ClassifyTopics", ClassifyTopics.of(encoder, taxonomy, model))
                .apply("CorrectTopics", CorrectTopics.create())
                .apply("TagCountries", TagCountries.create())
                .apply("FindFigures", FindFigures.create())
                .apply("FindEntities", FindEntities.of(watchList))
                .apply("ReadReports", ReadReports.create())
                .apply("ToRows", toRows);
    }
}
