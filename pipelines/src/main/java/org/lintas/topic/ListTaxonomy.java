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

    private final OwnTaxonomy own;

    private ListTaxonomy(OwnTaxonomy own) {
        this.own = own;
    }

    /**
     * The transform.
     *
     * @param own what is laid over the built-in taxonomy
     */
    public static ListTaxonomy of(OwnTaxonomy own) {
        return new ListTaxonomy(own);
    }

    @Override
    public PCollection<SpecificRecord> expand(PBegin begin) {
        return begin.apply("Begin", Impulse.create()).apply("List", ParDo.of(new ListRows(own)));
    }

    private static final class ListRows extends DoFn<byte[], SpecificRecord> {
        private static final long serialVersionUID = 1;

        private final OwnTaxonomy own;

        ListRows(OwnTaxonomy own) {
            this.own = own;
        }

        @ProcessElement
        public void list(OutputReceiver<SpecificRecord> out) {
            Taxonomy taxonomy = Taxonomy.of(own);
            List<Taxonomy.Topic> topics = taxonomy.definitions();
            for (int i = 0; i < topics.size(); i++) {
                out.output(row(topics.get(i), i + 1, taxonomy.version()));
            }
            for (Language language : Language.values()) {
                taxonomy.terms(language).forEach(term -> out.output(row(language, term, taxonomy.version())));
            }
        }

        private static TaxonomyTopic row(Taxonomy.Topic topic, int position, String version) {
            return TaxonomyTopic.newBuilder()
                    .setTopic(topic.code())
                    .setPosition(position)
                    .setName(topic.name())
                    .setDefinition(topic.definition())
                    .setAsean(topic.asean())
                    .setOci(topic.oci())
                    .setIccs(topic.iccs())
                    .setVersion(version)
                    .build();
        }

        private static TaxonomyTerm row(Language language, Taxonomy.Term term, String version) {
            return TaxonomyTerm.newBuilder()
                    .setTopic(term.topic())
                    .setLanguage(language.code())
                    .setTerm(term.term())
                    .setKind(TermKind.valueOf(term.kind().name().toLowerCase(Locale.ROOT)))
                    .setWeight(term.weight())
                    .setVersion(version)
                    .build();
        }
    }
}
