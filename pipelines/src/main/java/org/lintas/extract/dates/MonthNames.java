package org.lintas.extract.dates;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

/** Names of the months in all languages: from CLDR, and further names that the press uses from {@code months.tsv}. */
final class MonthNames {

    private static final Map<String, Integer> NUMBERS = read();

    /** A regular expression that matches any name, the longest of those with its first letter. */
    static final String PATTERN = pattern(name -> true);

    /** The same for names before the day: none such as "tháng 1", behind which stands a year or another month. */
    static final String BEFORE_DAY = pattern(name -> !endsInDigit(name));

    private static String pattern(Predicate<String> wanted) {
        return NUMBERS.keySet().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.groupingBy(name -> name.substring(0, 1), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(names -> Pattern.quote(names.getKey())
                        + names.getValue().stream()
                                .map(name -> Pattern.quote(name.substring(1)) + (endsInDigit(name) ? "(?!\\d)" : ""))
                                .collect(Collectors.joining("|", "(?:", ")")))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static boolean endsInDigit(String name) {
        return Character.isDigit(name.charAt(name.length() - 1));
    }

    /** By the first letter of a name, the lengths of the names that start with it, one bit each. */
    private static final int[] LENGTHS = new int[Character.MAX_VALUE + 1];

    /** By the first letter of a name, the lowest six bits of the second ones, one bit for each value. */
    private static final long[] SECOND = new long[Character.MAX_VALUE + 1];

    static {
        NUMBERS.keySet().forEach(name -> {
            LENGTHS[name.charAt(0)] |= 1 << name.length();
            SECOND[name.charAt(0)] |= 1L << name.charAt(1);
        });
    }

    private MonthNames() {}

    /** Whether a text, in lower case, holds any name: saves a regular expression of hundreds of names from most lines. */
    static boolean isIn(String lower) {
        for (int i = 0; i + 1 < lower.length(); i++) {
            boolean mayStart = (SECOND[lower.charAt(i)] >>> lower.charAt(i + 1) & 1) != 0;
            int lengths = mayStart ? LENGTHS[lower.charAt(i)] : 0;
            while (lengths != 0) {
                int length = Integer.numberOfTrailingZeros(lengths);
                lengths &= lengths - 1;
                if (i + length <= lower.length() && NUMBERS.containsKey(lower.substring(i, i + length))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Number, 1 to 12, of a month by its name in any language. */
    static OptionalInt number(String name) {
        Integer number = NUMBERS.get(name.toLowerCase(Locale.ROOT));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The names of a language as CLDR has them, in lower case, each with its number. */
    static Map<String, Integer> of(Language language) {
        var names = new TreeMap<String, Integer>();
        addNames(names, language);
        return names;
    }

    private static Map<String, Integer> read() {
        var numbers = new HashMap<String, Integer>();
        for (Language language : Language.values()) {
            addNames(numbers, language);
        }
        for (var row : WordTable.read(MonthNames.class, "months.tsv", 2)) {
            add(numbers, row.get(1), Integer.parseInt(row.get(0)));
        }
        return Map.copyOf(numbers);
    }

    private static void addNames(Map<String, Integer> numbers, Language language) {
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

    private static void add(Map<String, Integer> numbers, String name, int month) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        // "10月", "10" and the like are read as numbers.
        boolean latin = lower.codePointAt(0) < 0x250;
        if (lower.length() >= (latin ? 3 : 2) && !Character.isDigit(lower.charAt(0))) {
            numbers.putIfAbsent(lower, month);
            if (!latin && lower.endsWith(".") && lower.length() > 3) {
                numbers.putIfAbsent(lower.substring(0, lower.length() - 1), month);
            }
        }
    }
}
