package org.lintas.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lintas.record.CountryMention;
import org.lintas.record.PlaceMention;
import org.lintas.text.CodePoints;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.PerLanguage;

/**
 * Finds the countries that a text names, by name, short form, abbreviation or demonym, and the places in them. A name written
 * with capitals must be found with them, in each of its words: {@code của Anh} is not {@code của anh}. Two capitals before an age in
 * brackets are a suspect's initials, not a country.
 */
public final class CountryTagger {

    /** Written into the file metadata of every dataset that depends on countries. */
    public static final String VERSION = "gazetteer-" + Gazetteer.VERSION;

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern AGE = Pattern.compile("\\s?\\(\\d.*", Pattern.DOTALL);

    /** Written into the file metadata of every dataset that depends on places. */
    public static final String PLACES_VERSION = "places-" + Places.VERSION;

    /** Written into the file metadata of every dataset that depends on borders that are crossed. */
    public static final String CROSSING_VERSION = CrossBorder.VERSION;

    /** Prefix of the keys of places, which do not compete with the names of countries. */
    private static final String PLACE = "place ";

    /** Of all tasks of a process, by the digest of a user's own places. */
    private static final Map<String, PerLanguage<Dictionary>> DICTIONARIES = new ConcurrentHashMap<>();

    private final PerLanguage<Dictionary> dictionaries;

    /** The countries and places that an article names.
     *
     * @param countries countries, by code
     * @param places towns, provinces and the like, by name
     * @param mentions where they are named, in the headline, a line break and the text
     */
    public record Named(List<CountryMention> countries, List<PlaceMention> places, List<Mention> mentions) {

        static final Named NOTHING = new Named(List.of(), List.of(), List.of());
    }

    /**
     * Where a country, or a place in it, is named.
     *
     * @param country ISO code
     * @param start first UTF-16 unit
     * @param end unit after the last
     */
    public record Mention(String country, int start, int end) {}

    /**
     * What is searched for.
     *
     * @param places places by their keys
     * @param towns smaller places in them, by the terms that name them
     */
    private record Dictionary(Lexicon lexicon, Map<String, Places.Place> places, Map<String, String> towns) {}

    private static final class Tally {
        private int mentions;
        private int firstInText = -1;
        private final Set<String> towns = new LinkedHashSet<>();
    }

    /** Finds the places of the table. */
    public CountryTagger() {
        this(OwnPlaces.none());
    }

    /** Finds the places of the table and those of a user, whose names come first. */
    public CountryTagger(OwnPlaces own) {
        dictionaries = DICTIONARIES.computeIfAbsent(
                own.digest(), digest -> new PerLanguage<>(language -> dictionary(language, own)));
    }

    /** The countries and places of an article. */
    public Named tag(Language language, String title, String text) {
        Dictionary dictionary = dictionaries.get(language);
        Map<String, Tally> tallies = new TreeMap<>();
        var mentions = new ArrayList<Mention>();
        if (title != null) {
            count(dictionary, title, -1, tallies, mentions);
        }
        count(dictionary, text, title == null ? 0 : title.length() + 1, tallies, mentions);
        var countries = new ArrayList<CountryMention>();
        var places = new ArrayList<PlaceMention>();
        tallies.forEach((key, tally) -> {
            int firstOffset = tally.firstInText < 0 ? -1 : CodePoints.offset(text, tally.firstInText);
            Places.Place place = dictionary.places.get(key);
            if (place == null) {
                countries.add(new CountryMention(key, tally.mentions, firstOffset));
            } else if (!place.isNone()) {
                places.add(new PlaceMention(
                        place.name(),
                        place.country(),
                        place.kind(),
                        tally.mentions,
                        firstOffset,
                        place.latitude(),
                        place.longitude(),
                        List.copyOf(tally.towns)));
            }
        });
        return new Named(countries, places, mentions);
    }

    private static Dictionary dictionary(Language language, OwnPlaces own) {
        var entries = new ArrayList<>(Gazetteer.entries(language));
        Map<String, Places.Place> places = new HashMap<>();
        Map<String, Places.Place> byName = own.byName(language);
        Set<String> taken = byName.keySet().stream().map(CountryTagger::folded).collect(Collectors.toSet());
        Places.byName(language).forEach((name, place) -> {
            if (!taken.contains(folded(name))) {
                byName.put(name, place);
            }
        });
        Map<String, String> towns = Places.townsByName(language);
        towns.keySet().removeIf(name -> taken.contains(folded(name)));
        byName.forEach((name, place) -> {
            entries.add(new Lexicon.Entry(PLACE + place.name(), name, false));
            places.put(PLACE + place.name(), place);
        });
        return new Dictionary(new Lexicon(entries, key -> key.startsWith(PLACE) ? PLACE : ""), places, towns);
    }

    /** In the form in which spellings that match the same text are equal. */
    private static String folded(String name) {
        return FoldedText.of(name).toString();
    }

    /**
     * Counts what a headline or a text names.
     *
     * @param offset where it starts behind the headline, -1 for the headline itself
     */
    private static void count(
            Dictionary dictionary, String text, int offset, Map<String, Tally> tallies, List<Mention> mentions) {
        for (Lexicon.Hit hit : dictionary.lexicon.find(text)) {
            Lexicon.Entry entry = dictionary.lexicon.entry(hit.entry());
            if (!capitalised(entry.term(), text, hit) || isInitials(text, hit)) {
                continue;
            }
            Tally tally = tallies.computeIfAbsent(entry.key(), any -> new Tally());
            tally.mentions++;
            if (offset >= 0 && tally.firstInText < 0) {
                tally.firstInText = hit.start();
            }
            if (dictionary.towns.containsKey(entry.term())) {
                tally.towns.add(dictionary.towns.get(entry.term()));
            }
            Places.Place place = dictionary.places.get(entry.key());
            if (place == null || !place.isNone()) {
                int start = Math.max(0, offset) + hit.start();
                mentions.add(new Mention(
                        place == null ? entry.key() : place.country(), start, start + hit.end() - hit.start()));
            }
        }
    }

    private static boolean capitalised(String term, String text, Lexicon.Hit hit) {
        int at = hit.start();
        for (String word : SPACE.split(term.startsWith("*") ? term.substring(1) : term)) {
            if (Character.isUpperCase(word.charAt(0)) && !Character.isUpperCase(text.charAt(at))) {
                return false;
            }
            // Not indexOf: in a text without spaces each hit would read on to its end.
            while (at < hit.end() && text.charAt(at) != ' ') {
                at++;
            }
            at++;
            if (at >= hit.end()) {
                break;
            }
        }
        return true;
    }

    private static boolean isInitials(String text, Lexicon.Hit hit) {
        String name = text.substring(hit.start(), hit.end());
        return name.length() == 2
                && name.chars().allMatch(Character::isUpperCase)
                && AGE.matcher(text.substring(hit.end(), Math.min(text.length(), hit.end() + 5)))
                        .matches();
    }
}
