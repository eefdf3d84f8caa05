package org.lintas.figure.token;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lintas.text.WordTable;

/** What currencies without a country mean in the press of a country: $ in Singapore is not that of Hong Kong. */
public final class HomeCurrencies {

    /** Of the press of an unknown country. */
    public static final HomeCurrencies UNKNOWN = new HomeCurrencies(Optional.empty(), List.of());

    /** How the code of such a currency begins in the tables of words; the class of the word follows. */
    private static final String HOME = "home ";

    private static final String NONE = "-";

    /** Codes by class and country. */
    private static final Map<String, Map<String, String>> CODES = new HashMap<>();

    static {
        for (var row : WordTable.read(HomeCurrencies.class, "home_currencies.tsv", 3)) {
            CODES.computeIfAbsent(row.get(0), any -> new HashMap<>())
                    .put(row.get(1), row.get(2).equals(NONE) ? "" : row.get(2));
        }
    }

    private final Optional<String> home;
    private final List<String> named;

    private HomeCurrencies(Optional<String> home, List<String> named) {
        this.home = home;
        this.named = named;
    }

    /**
     * Of an article.
     *
     * @param home country of its outlet, where it is known
     * @param named countries that it names: where others have currencies of that name and home is not among them, it is not asked
     */
    public static HomeCurrencies of(Optional<String> home, Collection<String> named) {
        return new HomeCurrencies(home, List.copyOf(named));
    }

    /** A token with the currency that it means; with an empty code if none can be told. */
    Token resolved(Token token) {
        if (!token.code().startsWith(HOME)) {
            return token;
        }
        Map<String, String> codes = CODES.get(token.code().substring(HOME.length()));
        String elsewhere = codes.get(NONE);
        boolean isElsewhere = named.stream().anyMatch(codes::containsKey) && !named.contains(home.orElse(NONE));
        return token.withCode(
                home.filter(country -> !isElsewhere).map(codes::get).orElse(elsewhere));
    }
}
