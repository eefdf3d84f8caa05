package org.lintas.place;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lintas.element.CountryMention;
import org.lintas.text.CodePoints;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;

/**
 * Finds the countries that a text names, by name, short form, abbreviation or demonym. A name written with a capital must
 * be found with one; two capitals before an age in brackets are a suspect's initials, not a country.
 */
public final class CountryTagger {

    /** Stands in the file metadata of every dataset that depends on countries. */
    public static final String VERSION = "gazetteer-" + Gazetteer.VERSION;

    private static final Pattern AGE = Pattern.compile("\\s?\\(\\d.*", Pattern.DOTALL);

    private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);

    private static final class Tally {
        private int mentions;
        private int firstInText = -1;
    }

    /** The countries of an article, by code. */
    public List<CountryMention> tag(Language language, String title, String text) {
        Lexicon lexicon =
                lexicons.computeIfAbsent(language, l -> new Lexicon(Gazetteer.entries(l), Lexicon.Overlap.ACROSS_KEYS));
        Map<String, Tally> tallies = new TreeMap<>();
        if (title != null) {
            count(lexicon, title, false, tallies);
        }
        count(lexicon, text, true, tallies);
        var mentions = new ArrayList<CountryMention>();
        tallies.forEach((country, tally) -> mentions.add(CountryMention.newBuilder()
                .setCountry(country)
                .setMentions(tally.mentions)
                .setFirstOffset(tally.firstInText < 0 ? -1 : CodePoints.offset(text, tally.firstInText))
                .build()));
        return mentions;
    }

    private static void count(Lexicon lexicon, String text, boolean isText, Map<String, Tally> tallies) {
        for (Lexicon.Hit hit : lexicon.find(text)) {
            Lexicon.Entry entry = lexicon.entry(hit.entry());
            if (!capitalised(entry.term(), text, hit) || isInitials(text, hit)) {
                continue;
            }
            Tally tally = tallies.computeIfAbsent(entry.key(), any -> new Tally());
            tally.mentions++;
            if (isText && tally.firstInText < 0) {
                tally.firstInText = hit.start();
            }
        }
    }

    private static boolean capitalised(String term, String text, Lexicon.Hit hit) {
        char first = term.charAt(term.startsWith("*") ? 1 : 0);
        return !Character.isUpperCase(first) || Character.isUpperCase(text.charAt(hit.start()));
    }

    private static boolean isInitials(String text, Lexicon.Hit hit) {
        String name = text.substring(hit.start(), hit.end());
        return name.length() == 2
                && name.chars().allMatch(Character::isUpperCase)
                && AGE.matcher(text.substring(hit.end(), Math.min(text.length(), hit.end() + 5)))
                        .matches();
    }
}
