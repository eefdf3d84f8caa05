package org.lintas.extract.dates;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.text.Language;
import org.lintas.text.LowerCase;
import org.lintas.text.WebAddress;
import org.lintas.text.WordTable;

/**
 * How an outlet writes its dates: what a time without an offset means, and whether the month comes first. Both follow from its
 * country, which is that of its site or its name, of the domain of its host, else that of the declared region, else the home
 * country of the declared language; an
 * outlet of unknown country is assumed to write as most of the region does, UTC+7 and the day first. The offsets, and the countries of
 * outlets that their domain does not tell, are in {@code zones.tsv}.
 *
 * @param offset UTC offset of a time without one
 * @param monthFirst whether 3/4 is the fourth of March
 */
public record DateConvention(ZoneOffset offset, boolean monthFirst) {

    static final DateConvention DEFAULT = new DateConvention(ZoneOffset.ofHours(7), false);

    private static final int MAX_NAME = 200;

    private static final Map<String, DateConvention> COUNTRIES = new HashMap<>();
    private static final Map<String, ZoneOffset> NAMES = new HashMap<>();

    /** Countries by site, such as inquirer.net, and by name of the outlet, in lower case. */
    private static final Map<String, String> OUTLETS = new TreeMap<>();

    static {
        for (var row : WordTable.read(DateConvention.class, "zones.tsv", 3)) {
            if (row.get(0).equals("outlet")) {
                OUTLETS.put(row.get(1), row.get(2));
                continue;
            }
            ZoneOffset offset = ZoneOffset.of(row.get(2));
            if (row.get(0).equals("name")) {
                NAMES.put(row.get(1), offset);
            } else {
                COUNTRIES.put(row.get(1), new DateConvention(offset, row.get(3).equals("mdy")));
            }
        }
    }

    /** A regular expression of an offset or its name, as group {@code z}. */
    static final String PATTERN = "(?<z>"
            + NAMES.keySet().stream()
                    .sorted()
                    .map(name -> Pattern.quote(name) + "(?![\\p{L}+-])")
                    .collect(Collectors.joining("|"))
            + "|(?:GMT|UTC)\\s?[+-]\\d{1,2}(?::?\\d{2})?|[+-]\\d{2}(?::?\\d{2})?(?!\\d)|[+-]\\d(?!\\d))";

    /** The convention of an outlet.
     *
     * @param host of its address, null where unknown
     * @param name of the outlet, as the archive gives it; null where unknown
     * @param language declared for the page, a BCP 47 tag in lower case; null where none is
     */
    public static DateConvention of(String host, String name, String language) {
        String[] tags = language == null ? new String[] {""} : language.split("-");
        Stream<String> region = Stream.of(tags).skip(1).filter(tag -> tag.length() == 2);
        String domain = host == null ? "" : host.substring(host.lastIndexOf('.') + 1);
        String spoken = tags[0].equals("fil") ? Language.TAGALOG.code() : tags[0];
        String outlet =
                OUTLETS.getOrDefault(host == null ? "" : WebAddress.site(host), named(host == null ? name : null));
        return Stream.concat(
                        Stream.concat(Stream.of(outlet, domain), region),
                        Language.of(spoken).flatMap(Language::home).stream())
                .map(country -> COUNTRIES.get(country.toUpperCase(Locale.ROOT)))
                .filter(zone -> zone != null)
                .findFirst()
                .orElse(DEFAULT);
    }

    /** The country of an outlet by its name, which may hold more; empty where it is unknown. */
    private static String named(String name) {
        String lower = name == null ? "" : LowerCase.of(name.substring(0, Math.min(name.length(), MAX_NAME)));
        return OUTLETS.entrySet().stream()
                .filter(outlet -> outlet.getKey().indexOf(' ') > 0
                        ? lower.contains(outlet.getKey())
                        : lower.equals(outlet.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The offset that {@link #PATTERN} matched; empty if there is no such offset. */
    static Optional<ZoneOffset> offset(String zone) {
        ZoneOffset named = NAMES.get(zone.toUpperCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(named);
        }
        int sign = zone.indexOf('-') >= 0 ? -1 : 1;
        String digits = zone.replaceAll("[^0-9]", "");
        int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        return hours <= 14 && minutes < 60
                ? Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes))
                : Optional.empty();
    }
}
