package org.lintas.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lintas.record.CountryMention;
import org.lintas.record.ReaderDecision;
import org.lintas.schemas.CorrectedField;
import org.lintas.schemas.ReaderGrade;

/**
 * The countries of an article after what readers decided: wrong ones are gone, and with them what is named of them for crossing a border; added ones
 * that the text does not name have no mentions. Places stay: where a place lies is no decision of a reader.
 */
final class CorrectedCountries {

    /** Offset of a country that the text does not name. */
    private static final int NOWHERE = -1;

    private CorrectedCountries() {}

    /**
     * What is named after the decisions.
     *
     * @param decisions on all fields, at most one a country
     */
    static CountryTagger.Named of(CountryTagger.Named named, List<ReaderDecision> decisions) {
        Map<String, Boolean> isThere = decisions.stream()
                .filter(decision -> decision.getField().equals(CorrectedField.country.name()))
                .collect(Collectors.toMap(
                        ReaderDecision::getValue,
                        decision -> !decision.getGrade().equals(ReaderGrade.none.name())));
        if (isThere.isEmpty()) {
            return named;
        }
        List<CountryMention> countries = new ArrayList<>(named.countries());
        countries.removeIf(mention -> !isThere.getOrDefault(mention.getCountry(), true));
        isThere.forEach((country, there) -> {
            if (there
                    && named.countries().stream()
                            .noneMatch(mention -> mention.getCountry().equals(country))) {
                countries.add(new CountryMention(country, 0, NOWHERE));
            }
        });
        countries.sort(Comparator.comparing(CountryMention::getCountry));
        return new CountryTagger.Named(
                countries,
                named.places(),
                named.mentions().stream()
                        .filter(mention -> isThere.getOrDefault(mention.country(), true))
                        .toList());
    }
}
