package org.lintas.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The country of an outlet, by its site or name ({@code outlet_countries.tsv}), else by the domain of its host. */
public final class OutletCountry {

    private static final int MAX_NAME = 200;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Domains of countries under which outlets of any country register. */
    private static final Set<String> OF_ANY_COUNTRY =
            Set.of("CO", "TV", "IO", "ME", "AI", "CC", "WS", "FM", "TO", "LY", "GG", "SH", "TK", "ML", "GA", "CF");

    /** Countries by site, such as inquirer.net, and by name of the outlet, in lower case. */
    private static final Map<String, String> OUTLETS = new TreeMap<>();

    static {
        for (var row : WordTable.read(OutletCountry.class, "outlet_countries.tsv", 2)) {
            OUTLETS.put(row.get(0), row.get(1));
        }
    }

    private OutletCountry() {}

    /**
     * The ISO 3166-1 alpha-2 code of an outlet's country, where it is known.
     *
     * @param host of its address, null where unknown
     * @param name of the outlet, as the archive gives it, which is asked for where there is no host; null where unknown
     */
    public static Optional<String> of(String host, String name) {
        if (host == null) {
            return Optional.ofNullable(name).flatMap(OutletCountry::named);
        }
        return ofSite(host).or(() -> ofDomain(host));
    }

    /** The country that the last part of a host tells: {@code sg}. */
    public static Optional<String> ofDomain(String host) {
        String domain = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return Optional.of(domain.equals("UK") ? "GB" : domain)
                .filter(country -> COUNTRIES.contains(country) && !OF_ANY_COUNTRY.contains(country));
    }

    /** The country of a site that a host is part of: hk.on.cc is part of on.cc. */
    private static Optional<String> ofSite(String host) {
        for (String site = host;
                !site.isEmpty();
                site = site.substring(Math.min(site.length(), site.indexOf('.') + 1))) {
            if (OUTLETS.containsKey(site) || site.indexOf('.') < 0) {
                return Optional.ofNullable(OUTLETS.get(site));
            }
        }
        return Optional.empty();
    }

    /** The country of an outlet by its name, which may hold more. */
    private static Optional<String> named(String name) {
        String lower = LowerCase.of(name.substring(0, Math.min(name.length(), MAX_NAME)));
        return OUTLETS.entrySet().stream()
                .filter(outlet -> outlet.getKey().indexOf(' ') > 0
                        ? lower.contains(outlet.getKey())
                        : lower.equals(outlet.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
