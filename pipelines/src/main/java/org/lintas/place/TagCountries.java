package org.lintas.place;

import java.util.List;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.LabelStep;
import org.lintas.text.Language;

/** Tags each article with the countries and the places that its title and text name. */
public final class TagCountries extends PTransform<PCollection<Draft>, PCollection<Draft>> {

    private static final long serialVersionUID = 1;

    private TagCountries() {}

    public static TagCountries create() {
        return new TagCountries();
    }

    @Override
    public PCollection<Draft> expand(PCollection<Draft> drafts) {
        return drafts.apply("Tag", ParDo.of(new Tag()));
    }

    private static final class Tag extends LabelStep {
        private static final long serialVersionUID = 1;
        private static final Counter COUNTRIES = Metrics.counter("place", "place.countries");

        private transient CountryTagger tagger;

        Tag() {
            super("place");
        }

        @Setup
        public void setup() {
            tagger = new CountryTagger();
        }

        @Override
        protected Draft label(Draft draft) {
            CountryTagger.Named named = Language.of(draft.getLanguage())
                    .map(language -> tagger.tag(language, draft.getTitle(), draft.getText()))
                    .orElse(new CountryTagger.Named(List.of(), List.of()));
            COUNTRIES.inc(named.countries().size());
            return Draft.newBuilder(draft)
                    .setCountries(named.countries())
                    .setPlaces(named.places())
                    .build();
        }
    }
}
