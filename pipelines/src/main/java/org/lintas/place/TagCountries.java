package org.lintas.place;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.LabelStep;

/**
 * Tags each article with the countries and the places that its title and text name, and with whether the crime that it tells of
 * crosses a border.
 */
public final class TagCountries extends PTransform<PCollection<Draft>, PCollection<Draft>> {

    private static final long serialVersionUID = 1;

    private final OwnPlaces own;

    private TagCountries(OwnPlaces own) {
        this.own = own;
    }

    /**
     * Tags with the places of the table that ships with Lintas, and those of a user.
     *
     * @param own the user's places
     */
    public static TagCountries of(OwnPlaces own) {
        return new TagCountries(own);
    }

    @Override
    public PCollection<Draft> expand(PCollection<Draft> drafts) {
        return drafts.apply("Tag", ParDo.of(new Tag(own)));
    }

    private static final class Tag extends LabelStep {
        private static final long serialVersionUID = 1;
        private static final Counter COUNTRIES = Metrics.counter("place", "place.countries");

        private final OwnPlaces own;
        private transient PlaceLabels labels;

        Tag(OwnPlaces own) {
            super("place");
            this.own = own;
        }

        @Setup
        public void setup() {
            labels = new PlaceLabels(own);
        }

        @Override
        protected Draft label(Draft draft) {
            Draft labelled = labels.label(draft);
            COUNTRIES.inc(labelled.getCountries().size());
            return labelled;
        }
    }
}
