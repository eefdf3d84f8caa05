package org.lintas.place;

import java.util.Optional;
import org.lintas.text.Language;
import org.lintas.text.OutletCountry;

/** The country of the press in which an article stands. */
final class PressHome {

    private PressHome() {}

    /**
     * The home of the language; of a language without one the country of the outlet's host. Empty if unknown.
     *
     * @param host of the article's address, null if unknown
     */
    static String of(Language language, String host) {
        return language.home()
                .or(() -> Optional.ofNullable(host).flatMap(OutletCountry::ofDomain))
                .orElse("");
    }
}
