package org.lintas.place;

import java.util.Optional;
import org.lintas.record.Draft;
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
        Optional<Language> language = Language.of(draft.getLanguage());
        CountryTagger.Named named = CorrectedCountries.of(
                language.map(known -> tagger.tag(known, draft.getTitle(), draft.getText()))
                        .orElse(CountryTagger.Named.NOTHING),
                draft.getCorrections());
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
