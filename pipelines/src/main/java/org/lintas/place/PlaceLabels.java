package org.lintas.place;

import java.util.Optional;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.text.Language;

/**
 * Labels a draft whose topics are known with the countries and the places that its headline and text name, and with whether the crime
 * that it tells of crosses a border.
 */
public final class PlaceLabels {

    private final CountryTagger tagger;
    private final CrossBorder crossBorder = new CrossBorder();

    /** Labels with the places of the table. */
    public PlaceLabels() {
        this(OwnPlaces.none());
    }

    /** Labels with the places of the table and those of a user. */
    public PlaceLabels(OwnPlaces own) {
        tagger = new CountryTagger(own);
    }

    /** The draft with these labels. */
    public Draft label(Draft draft) {
        CountryTagger.Named named = named(draft);
        return Drafts.with(draft, labelled -> {
            labelled.setCountries(named.countries());
            labelled.setPlaces(named.places());
            labelled.setIsCrossBorder(
                    report(draft, named).filter(crossBorder::isCrossed).isPresent());
        });
    }

    /** What tells whether the crime of a draft crosses a border; empty if it has no main topic. */
    public Optional<CrossingFeatures> crossing(Draft draft) {
        return report(draft, named(draft)).map(crossBorder::features);
    }

    private CountryTagger.Named named(Draft draft) {
        return CorrectedCountries.of(
                Language.of(draft.getLanguage())
                        .map(known -> tagger.tag(known, draft.getTitle(), draft.getText()))
                        .orElse(CountryTagger.Named.NOTHING),
                draft.getCorrections());
    }

    private static Optional<CrimeReport> report(Draft draft, CountryTagger.Named named) {
        return Language.of(draft.getLanguage())
                .map(known -> CrimeReports.of(known, draft, named.mentions()))
                .filter(report -> !report.topics().isEmpty());
    }
}
