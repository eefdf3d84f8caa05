package org.lintas.topic;

import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.schemas.TaxonomyTerm;
import org.lintas.schemas.TaxonomyTopic;
import org.lintas.schemas.TermKind;
import org.lintas.text.Language;

/** Lists the topics and terms that articles are labelled with, so that a corpus documents its labels. */
public final class ListTaxonomy extends PTransform<PBegin, PCollection<SpecificRecord>> {

    private static final long serialVersionUID = 1;

    private ListTaxonomy() {}

    public static ListTaxonomy create() {
        return new ListTaxonomy();
    }

    @Override
    public PCollection<SpecificRecord> expand(PBegin begin) {
        return begin.apply("Begin", Impulse.create()).apply("List", ParDo.of(new ListRows()));
    }

    private static final class ListRows extends DoFn<byte[], SpecificRecord> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void list(OutputReceiver<SpecificRecord> out) {
            List<Taxonomy.Topic> topics = Taxonomy.get().definitions();
            for (int i = 0; i < topics.size(); i++) {
                out.output(row(topics.get(i), i + 1));
            }
            for (Language language : Language.values()) {
                Taxonomy.get().terms(language).forEach(term -> out.output(row(language, term)));
            }
        }

        private static TaxonomyTopic row(Taxonomy.Topic topic, int position) {
            return TaxonomyTopic.newBuilder()
                    .setTopic(topic.code())
                    .setPosition(position)
                    .setName(topic.name())
                    .setDefinition(topic.definition())
                    .setAsean(topic.asean())
                    .setOci(topic.oci())
                    .setIccs(topic.iccs())
                    .setVersion(Taxonomy.VERSION)
                    .build();
        }

        private static TaxonomyTerm row(Language language, Taxonomy.Term term) {
            return TaxonomyTerm.newBuilder()
                    .setTopic(term.topic())
                    .setLanguage(language.code())
                    .setTerm(term.term())
                    .setKind(TermKind.valueOf(term.kind().name().toLowerCase(Locale.ROOT)))
                    .setWeight(term.weight())
                    .setVersion(Taxonomy.VERSION)
                    .build();
        }
    }
}
