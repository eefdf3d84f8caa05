package org.lintas.place;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.WordTable;

/** The names of countries in a language: CLDR's, and short forms, demonyms and abbreviations from the tables of names. */
final class Gazetteer {

    /** Written into the file metadata of every dataset that depends on countries. */
    static final String VERSION = "2";

    /** Sovereign states have codes of two letters; these are CLDR's codes for no country or several. */
    private static final Set<String> NO_COUNTRY = Set.of("QO", "EU", "EZ", "UN", "XA", "XB", "ZZ");

    private Gazetteer() {}

    static List<Lexicon.Entry> entries(Language language) {
        var entries = new ArrayList<Lexicon.Entry>();
        Set<String> known = new HashSet<>();
        for (var row : WordTable.read(Gazetteer.class, "names/" + language.code() + ".tsv", 3)) {
            String kind = row.get(1);
            String term = row.get(2);
            known.add(term.toLowerCase(Locale.ROOT));
            if (!kind.equals("drop")) {
                entries.add(new Lexicon.Entry(row.get(0), term, kind.equals("exclusion")));
            }
        }
        String locale = language == Language.TAGALOG ? "fil" : language.code();
        LocaleDisplayNames names = LocaleDisplayNames.getInstance(new ULocale(locale));
        for (String country : Locale.getISOCountries()) {
            String name = names.regionDisplayName(country);
            boolean translated = !name.equals(country) && !NO_COUNTRY.contains(country);
            if (translated && known.add(name.toLowerCase(Locale.ROOT))) {
                entries.add(new Lexicon.Entry(country, name, false));
            }
        }
        return entries;
    }
}
