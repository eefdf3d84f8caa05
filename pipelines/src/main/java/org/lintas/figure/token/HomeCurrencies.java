package org.lintas.figure.token;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lintas.text.WordTable;

/** What currencies without a country mean in the press of a country: $ in Singapore is not that of Hong Kong. */
public final class HomeCurrencies {

    /** How the code of such a currency begins in the tables of words; the class of the word follows. */
    private static final String HOME = "home ";

    private static final String NONE = "-";

    private static final Map<List<String>, String> CODES = new HashMap<>();
    private static final Set<String> COUNTRIES = new HashSet<>();

    static {
        for (var row : WordTable.read(HomeCurrencies.class, "home_currencies.tsv", 3)) {
            CODES.put(List.of(row.get(0), row.get(1)), row.get(2).equals(NONE) ? "" : row.get(2));
            COUNTRIES.add(row.get(1));
        }
    }

    private HomeCurrencies() {}

    /** Whether such currencies mean something in a country that they do not mean elsewhere. */
    public static boolean knows(String country) {
        return COUNTRIES.contains(country);
    }

    /** A token whose code is a currency: empty if none can be told. */
    static Token resolved(Token token, String country) {
        if (!token.code().startsWith(HOME)) {
            return token;
        }
        String kind = token.code().substring(HOME.length());
        String elsewhere = CODES.get(List.of(kind, NONE));
        return token.withCode(CODES.getOrDefault(List.of(kind, country), elsewhere));
    }
}
