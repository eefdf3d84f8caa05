package org.lintas.place;

import java.util.Optional;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.LabelStep;
import org.lintas.text.Language;

/**
 * Tags each article with the countries and the places that its title and text name, and with whether the crime that it tells of
 * crosses a border.
 */
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
        private transient CrossBorder crossBorder;

        Tag() {
            super("place");
        }

        @Setup
        public void setup() {
            tagger = new CountryTagger();
            crossBorder = new CrossBorder();
        }

        @Override
        protected Draft label(Draft draft) {
            Optional<Language> language = Language.of(draft.getLanguage());
            var named = language.map(known -> tagger.tag(known, draft.getTitle(), draft.getText()))
                    .orElse(CountryTagger.Named.NOTHING);
            COUNTRIES.inc(named.countries().size());
            boolean isCrossBorder = language.map(known -> CrimeReports.of(known, draft, named.mentions()))
                    .filter(report -> !report.topics().isEmpty())
                    .filter(crossBorder::isCrossed)
                    .isPresent();
            return Draft.newBuilder(draft)
                    .setCountries(named.countries())
                    .setPlaces(named.places())
                    .setIsCrossBorder(isCrossBorder)
                    .build();
        }
    }
}
