package org.lintas.extract;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

/** Names of the months in all languages: from CLDR, and what the press writes besides from {@code months.tsv}. */
final class MonthNames {

    private static final Map<String, Integer> NUMBERS = read();

    /** A regular expression that matches any name, longest first. */
    static final String PATTERN = NUMBERS.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));

    private MonthNames() {}

    /** Number, 1 to 12, of a month by its name in any language. */
    static OptionalInt number(String name) {
        Integer number = NUMBERS.get(name.toLowerCase(Locale.ROOT));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Map<String, Integer> read() {
        var numbers = new HashMap<String, Integer>();
        for (Language language : Language.values()) {
            String code = language == Language.TAGALOG ? "fil" : language.code();
            var symbols = new DateFormatSymbols(new ULocale(code));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] months = symbols.getMonths(context, width);
                    for (int m = 0; m < 12; m++) {
                        add(numbers, months[m], m + 1);
                    }
                }
            }
        }
        for (var row : WordTable.read(MonthNames.class, "months.tsv", 2)) {
            add(numbers, row.get(1), Integer.parseInt(row.get(0)));
        }
        return Map.copyOf(numbers);
    }

    private static void add(Map<String, Integer> numbers, String name, int month) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        // "10月", "10" and the like are read as numbers.
        if (lower.length() >= 3 && !Character.isDigit(lower.charAt(0))) {
            numbers.putIfAbsent(lower, month);
        }
    }
}
