package org.lintas.place;

import java.util.Locale;
import java.util.Set;
import org.lintas.text.Language;

/** The country of the press in which an article stands. */
final class PressHome {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Domains of countries under which outlets of any country register. */
    private static final Set<String> OF_ANY_COUNTRY =
            Set.of("CO", "TV", "IO", "ME", "AI", "CC", "WS", "FM", "TO", "LY", "GG", "SH", "TK", "ML", "GA", "CF");

    private PressHome() {}

    /**
     * The home of the language; of a language without one the country of the outlet's host. Empty if unknown.
     *
     * @param host of the article's address, null if unknown
     */
    static String of(Language language, String host) {
        return language.home().orElseGet(() -> host == null ? "" : ofDomain(host.substring(host.lastIndexOf('.') + 1)));
    }

    private static String ofDomain(String domain) {
        String upper = domain.toUpperCase(Locale.ROOT);
        String country = upper.equals("UK") ? "GB" : upper;
        return COUNTRIES.contains(country) && !OF_ANY_COUNTRY.contains(country) ? country : "";
    }
}
