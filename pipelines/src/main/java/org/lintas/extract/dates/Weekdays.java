package org.lintas.extract.dates;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lintas.text.Language;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/** Names of the weekdays in all languages: from CLDR, and further names that the press uses from {@code weekdays.tsv}. */
final class Weekdays {

    private static final Map<String, DayOfWeek> DAYS = read();

    private Weekdays() {}

    /** The weekday whose name ends a text in lower case; the longest name counts. */
    static Optional<DayOfWeek> atEnd(String lower) {
        int length = lengthAtEnd(lower);
        return Optional.ofNullable(DAYS.get(lower.substring(lower.length() - length)));
    }

    /** Length of the longest name that ends a text in lower case, 0 if there is none. */
    static int lengthAtEnd(String lower) {
        return longest(lower::endsWith);
    }

    /** Length of the longest name that a text in lower case starts with, 0 if there is none. */
    static int lengthAtStart(String lower) {
        return longest(lower::startsWith);
    }

    /** The longest name that is in a text in lower case. */
    static Optional<String> in(String lower) {
        return DAYS.keySet().stream()
                .filter(name -> lower.contains(name) && name.length() > 2)
                .max(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** The weekday whose name starts a text in lower case; the longest name counts. */
    static Optional<DayOfWeek> atStart(String lower) {
        return Optional.ofNullable(DAYS.get(lower.substring(0, lengthAtStart(lower))));
    }

    private static int longest(Predicate<String> fits) {
        return DAYS.keySet().stream()
                .filter(fits)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static Map<String, DayOfWeek> read() {
        var days = new HashMap<String, DayOfWeek>();
        for (Language language : Language.values()) {
            var locale = new ULocale(language == Language.TAGALOG ? "fil" : language.code());
            String[] names =
                    new DateFormatSymbols(locale).getWeekdays(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
            // The first weekday of CLDR has the number one and is a Sunday.
            for (int number = 1; number < names.length; number++) {
                days.putIfAbsent(LowerCase.of(names[number]), DayOfWeek.SUNDAY.plus(number - 1L));
            }
        }
        for (var row : WordTable.read(Weekdays.class, "weekdays.tsv", 2)) {
            days.put(LowerCase.of(row.get(1)), DayOfWeek.of(Integer.parseInt(row.get(0))));
        }
        return Map.copyOf(days);
    }
}
