package org.lintas.place;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lintas.text.Language;
import org.lintas.text.Script;
import org.lintas.text.WordTable;

/** Towns, provinces and other places that identify a country, with their names in each language. */
final class Places {

    /** Written into the file metadata of every dataset that depends on places. */
    static final String VERSION = "6";

    private static final int FIRST_NAMES = 3;
    private static final int LATITUDE = 11;
    private static final int LONGITUDE = 12;
    private static final int COLUMNS = 13;
    private static final int FIRST_TOWN_NAMES = 2;
    private static final int TOWN_COLUMNS = 10;

    /** The column of names in the script of a language, behind those in Latin script; Vietnamese has these as well. */
    private static final Map<Language, Integer> NAMES = new EnumMap<>(Map.of(
            Language.VIETNAMESE, 1,
            Language.THAI, 2,
            Language.KHMER, 3,
            Language.LAO, 4,
            Language.BURMESE, 5,
            Language.CHINESE, 6,
            Language.TAMIL, 7));

    /**
     * A place.
     *
     * @param name English name, the key
     * @param country ISO 3166-1 alpha-2
     * @param kind capital, city, province, border or hub; none for what only looks like a place
     * @param latitude degrees north; null of what is no place
     * @param longitude degrees east; null of what is no place
     */
    record Place(String name, String country, String kind, Double latitude, Double longitude) {
        boolean isNone() {
            return kind.equals("none");
        }
    }

    private Places() {}

    /** A place by its English name. */
    static Optional<Place> of(String name) {
        return Optional.ofNullable(Known.PLACES.get(name));
    }

    /** The places by the names that they, and smaller ones in them, have in a language. */
    static Map<String, Place> byName(Language language) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (List<String> row : WordTable.read(Places.class, "places.tsv", COLUMNS)) {
            Place place = place(row);
            names(row, FIRST_NAMES, language).forEach(name -> put(name, place, places));
        }
        for (List<String> row : towns()) {
            Place place = Known.PLACES.get(row.get(0));
            names(row, FIRST_TOWN_NAMES, language).forEach(name -> put(name, place, places));
        }
        return places;
    }

    private static void put(String name, Place place, Map<String, Place> places) {
        Place other = places.putIfAbsent(name, place);
        if (other != null && !other.equals(place)) {
            throw new IllegalStateException(name + " is " + other.name() + " and " + place.name());
        }
    }

    /** Towns, districts, islands, ports and the like in places, by the names that they have in a language. */
    static Map<String, String> townsByName(Language language) {
        Map<String, String> towns = new HashMap<>();
        for (List<String> row : towns()) {
            names(row, FIRST_TOWN_NAMES, language).forEach(name -> towns.put(name, row.get(1)));
        }
        return towns;
    }

    private static List<List<String>> towns() {
        return WordTable.read(Places.class, "towns.tsv", TOWN_COLUMNS);
    }

    /** Read when it is first asked for. */
    private static final class Known {
        static final Map<String, Place> PLACES = WordTable.read(Places.class, "places.tsv", COLUMNS).stream()
                .map(Places::place)
                .collect(Collectors.toMap(Place::name, Function.identity(), (place, again) -> place));
    }

    private static Place place(List<String> row) {
        return new Place(row.get(0), row.get(1), row.get(2), degrees(row.get(LATITUDE)), degrees(row.get(LONGITUDE)));
    }

    private static Double degrees(String text) {
        return text.equals("-") ? null : Double.valueOf(text);
    }

    private static List<String> names(List<String> row, int first, Language language) {
        var names = new ArrayList<String>();
        if (language.script() == Script.LATIN) {
            names.addAll(List.of(row.get(first).split("\\|")));
        }
        if (NAMES.containsKey(language)) {
            names.addAll(List.of(row.get(first + NAMES.get(language)).split("\\|")));
        }
        names.removeIf(name -> name.equals("-"));
        return names;
    }
}
