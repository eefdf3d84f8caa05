package org.lintas.incident;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.WordTable;

/**
 * What reports tell of beside places, names and figures: goods, sites, means, people and acts, by the words for them in each language, from {@code
 * concepts/LANG.tsv}, and countries. A concept is its kind and code, {@code goods:pangolin}, {@code country:KH}, the same in every language.
 */
final class Concepts {

    /** Between kind and code. */
    private static final char SEPARATOR = ':';

    private static final String COUNTRY = "country";

    /** The share of reports that have the concept of a country, before any is counted. */
    private static final double USUAL_COUNTRY = .06;

    private static final int COLUMNS = 3;

    private static final Map<Language, Concepts> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(
                    language,
                    new Concepts(WordTable.read(Concepts.class, "concepts/" + language.code() + ".tsv", COLUMNS)));
        }
    }

    /** The share of reports that tell of each concept, as far as it is known before any is counted. */
    private static final Map<String, Double> USUAL =
            WordTable.read(Concepts.class, "concepts/usual.tsv", COLUMNS).stream()
                    .collect(Collectors.toMap(
                            row -> row.get(0) + SEPARATOR + row.get(1), row -> Double.valueOf(row.get(2))));

    private final Lexicon lexicon;

    /** Of words of one kind that overlap the first and longest counts: an electronic cigarette is none. */
    private Concepts(List<List<String>> rows) {
        lexicon = new Lexicon(
                rows.stream()
                        .map(row -> new Lexicon.Entry(row.get(0) + SEPARATOR + row.get(1), row.get(2), false))
                        .toList(),
                Concepts::kind);
    }

    static Concepts of(Language language) {
        return ALL.get(language);
    }

    static String ofCountry(String country) {
        return COUNTRY + SEPARATOR + country;
    }

    static boolean isCountry(String concept) {
        return kind(concept).equals(COUNTRY);
    }

    /** Goods, site, means, people, act or country. */
    static String kind(String concept) {
        return concept.substring(0, concept.indexOf(SEPARATOR));
    }

    /** The share of reports that tell of a concept. */
    static double usual(String concept) {
        return USUAL.getOrDefault(concept, USUAL_COUNTRY);
    }

    /** The concepts of a text, in its order. */
    Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        lexicon.find(text).forEach(hit -> found.add(lexicon.entry(hit.entry()).key()));
        return found;
    }
}
