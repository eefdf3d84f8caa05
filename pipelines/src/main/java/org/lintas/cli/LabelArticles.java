package org.lintas.cli;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.lintas.dataset.ToRows;
import org.lintas.entity.FindEntities;
import org.lintas.figure.FindFigures;
import org.lintas.incident.ReadReports;
import org.lintas.place.TagCountries;
import org.lintas.record.Draft;
import org.lintas.topic.ClassifyTopics;
import org.lintas.topic.CorrectTopics;

/** Labels articles and makes their rows. A build applies it twice: articles in one collection would have to be sent there once more. */
final class LabelArticles extends PTransform<PCollection<Draft>, PCollectionTuple> {

    private static final long serialVersionUID = 1;

    private final LabelRules rules;
    private final ToRows toRows;

    private LabelArticles(LabelRules rules, ToRows toRows) {
        this.rules = rules;
        this.toRows = toRows;
    }

    static LabelArticles of(LabelRules rules, ToRows toRows) {
        return new LabelArticles(rules, toRows);
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> articles) {
        return articles.apply("ClassifyTopics", ClassifyTopics.of(rules.encoder(), rules.taxonomy(), rules.model()))
                .apply("CorrectTopics", CorrectTopics.create())
                .apply("TagCountries", TagCountries.of(rules.places()))
                .apply("FindFigures", FindFigures.create())
                .apply("FindEntities", FindEntities.of(rules.watchList()))
                .apply("ReadReports", ReadReports.create())
                .apply("ToRows", toRows);
    }
}
