package org.lintas.extract.dates;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.text.Language;
import org.lintas.text.OutletCountry;
import org.lintas.text.WordTable;

/**
 * How an outlet writes its dates: what a time without an offset means, and whether the month comes first. Both follow from its
 * country, which {@link OutletCountry} knows, else is that of the declared region, else the home country of the declared language; an
 * outlet of unknown country is assumed to write as most of the region does, UTC+7 and the day first. The offsets are in {@code zones.tsv}.
 *
 * @param offset UTC offset of a time without one
 * @param monthFirst whether 3/4 is the fourth of March
 */
public record DateConvention(ZoneOffset offset, boolean monthFirst) {

    static final DateConvention DEFAULT = new DateConvention(ZoneOffset.ofHours(7), false);

    private static final Map<String, DateConvention> COUNTRIES = new HashMap<>();
    private static final Map<String, ZoneOffset> NAMES = new HashMap<>();

    static {
        for (var row : WordTable.read(DateConvention.class, "zones.tsv", 3)) {
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
        String spoken = tags[0].equals("fil") ? Language.TAGALOG.code() : tags[0];
        return Stream.concat(
                        Stream.concat(OutletCountry.of(host, name).stream(), region),
                        Language.of(spoken).flatMap(Language::home).stream())
                .map(country -> COUNTRIES.get(country.toUpperCase(Locale.ROOT)))
                .filter(zone -> zone != null)
                .findFirst()
                .orElse(DEFAULT);
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
