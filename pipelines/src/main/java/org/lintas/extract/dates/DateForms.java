package org.lintas.extract.dates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.LowerCase;
import org.lintas.text.NewsTime;

/**
 * The ways in which the press of the region writes a day: ISO 8601, figures, month names of eleven languages, Chinese numerals, years of
 * the Common, Buddhist (2567) and Minguo (民國113年) eras. Texts have their digits in ASCII ({@link DateDigits}).
 */
final class DateForms {

    /** Years of the Buddhist era are 543 ahead, those of the Minguo era 1911 behind. */
    private static final int BUDDHIST = 543;

    private static final int MINGUO = 1911;

    /** The year of a day without one. */
    static final int NO_YEAR = 0;

    /**
     * A day as it is written.
     *
     * @param year of the Common Era, {@link #NO_YEAR} if none is written
     * @param month the second number of a date in figures
     * @param day the first number of a date in figures
     * @param inFigures whether it is written as two numbers that may be day and month or month and day
     * @param start where it starts in the text
     * @param end where it ends
     */
    record Written(int year, int month, int day, boolean inFigures, int start, int end) {}

    /**
     * A way to write a date.
     *
     * @param named whether the month is written as a name
     * @param needs where it is not, characters of which each such date has one
     */
    private record Form(Pattern pattern, boolean named, String needs) {

        boolean mayBeIn(String text, int start, int end, boolean hasName) {
            if (named) {
                return hasName;
            }
            for (int i = start; i < end; i++) {
                if (needs.indexOf(text.charAt(i)) >= 0
                        && (!needs.equals(SEPARATORS) || isBetweenDigits(text, start, i, end))) {
                    return true;
                }
            }
            return false;
        }

        /** Whether digits are on both sides of a character, each after a space at most. */
        private static boolean isBetweenDigits(String text, int start, int at, int end) {
            int before = at > start && Character.isWhitespace(text.charAt(at - 1)) ? at - 2 : at - 1;
            int after = at + 1 < end && Character.isWhitespace(text.charAt(at + 1)) ? at + 2 : at + 1;
            return before >= start && after < end && isDigit(text.charAt(before)) && isDigit(text.charAt(after));
        }
    }

    private static final String SEPARATORS = "-/.";
    private static final String NAME = "(?<name>" + MonthNames.PATTERN + ")";
    private static final String NAME_BEFORE = "(?<name>" + MonthNames.BEFORE_DAY + ")";
    private static final String YEAR = "(?<y>\\d{4})(?!\\d)";
    private static final String DAY_OF_MONTH = "(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th|hb|\\s?haribulan)?[\\s/.,-]{0,2}"
            + "(?:de |of |ng |ខែ\\s?|เดือน\\s?|ເດືອນ\\s?)?" + NAME;
    private static final String EAST_ASIA_DAY = "(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?[日號号]";

    private static final Form NUMERIC =
            form("(?<![\\d/.-])(?<d>\\d{1,2})\\s?[/.-]\\s?(?<m>\\d{1,2})\\s?[/.-]\\s?" + YEAR + "(?!/)", SEPARATORS);

    private static final Form EAST_ASIA =
            form("(?<era>民國|民国)?\\s?(?<!\\d)(?<y>\\d{2,4})\\s?年\\s?" + EAST_ASIA_DAY, "月");

    /** Complete dates; the first is the most reliable: year, month, day, as in ISO 8601 and East Asia. */
    private static final List<Form> COMPLETE = List.of(
            form("(?<!\\d)" + YEAR + "[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)", SEPARATORS),
            EAST_ASIA,
            form(
                    DAY_OF_MONTH
                            + "\\.?[,၊/\\s-]{0,3}(?:พ\\.\\s?ศ\\.|พุทธศักราช|ค\\.\\s?ศ\\.|พ\\.ศ|năm|ឆ្នាំ|ປີ|ພ\\.ສ\\.|ຄ\\.ສ\\.|ព\\.ស\\.?|គ\\.ស\\.?)?\\s?(?<y>\\d{4}(?!\\d)|'?\\d{2}(?!\\d))"),
            form(NAME_BEFORE + "\\.?[\\s-]?(?<d>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?[,၊\\s-]{1,3}" + YEAR),
            form("(?<!\\d)" + YEAR + "\\s?(?:ခုနှစ်|ခု)?[၊,\\s-]{0,3}" + NAME_BEFORE
                    + "(?:လ)?[\\s-]?(?<d>\\d{1,2})(?!\\d)"),
            form("(?:^|\\s)" + NAME_BEFORE
                    + "\\s(?<d>\\d{1,2})\\s(?:\\d{1,2}:\\d{2}:\\d{2}\\s)(?:[A-Z+-][A-Z0-9:+-]{1,8}\\s)?" + YEAR),
            NUMERIC,
            form("(?<!\\d)(?<d>\\d{1,2})\\s(?:tháng|thg)\\s(?<m>\\d{1,2})(?:,|\\snăm)?\\s" + YEAR, "gG"));

    /** Days whose year is not written. */
    private static final Form NUMERIC_DAY =
            form("(?<![\\d/.,-])(?<d>\\d{1,2})\\s?[/.-]\\s?(?<m>\\d{1,2})(?![\\d/-]|[.,]\\d)", SEPARATORS);

    private static final List<Form> WITHOUT_YEAR = List.of(
            form(EAST_ASIA_DAY, "月"),
            form(DAY_OF_MONTH),
            form(NAME_BEFORE + "လ?\\.?\\s{0,2}(?<d>\\d{1,2})(?!\\d)"),
            form("(?<!\\d)(?<d>\\d{1,2})\\s(?:tháng|thg)\\s(?<m>\\d{1,2})(?!\\d)", "gG"),
            NUMERIC_DAY);

    /** A date is where digits are: this saves a regular expression of hundreds of names from the rest of a text. */
    private static final int AROUND = 32;

    private DateForms() {}

    /** What the first complete date is read as that can be read, those of more reliable forms first. */
    static <T> Optional<T> first(String text, Function<Written, Optional<T>> read) {
        boolean named = MonthNames.isIn(LowerCase.of(text));
        for (Form form : COMPLETE) {
            if (!form.mayBeIn(text, 0, text.length(), named)) {
                continue;
            }
            Matcher matcher = form.pattern.matcher(text);
            while (matcher.find()) {
                Optional<T> found = written(form, matcher).flatMap(read);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** All days in a text, complete or without a year, in the order of the text; what overlaps counts once, by the more reliable form. */
    static List<Written> all(String text) {
        var all = new ArrayList<Written>();
        int end = 0;
        for (int i = nextDigit(text, 0); i < text.length(); i = nextDigit(text, end)) {
            int start = Math.max(end, i - AROUND);
            end = i + 1;
            for (int next = i; next < end + AROUND && next < text.length(); next = nextDigit(text, next + 1)) {
                end = next + 1;
            }
            addAll(text, start, Math.min(text.length(), end + AROUND), all);
            end = Math.min(text.length(), end + AROUND);
        }
        all.sort(Comparator.comparingInt(Written::start));
        return all;
    }

    private static int nextDigit(String text, int from) {
        int i = from;
        while (i < text.length() && !isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void addAll(String text, int start, int end, List<Written> all) {
        boolean named = MonthNames.isIn(LowerCase.of(text.substring(start, end)));
        for (List<Form> forms : List.of(COMPLETE, WITHOUT_YEAR)) {
            for (Form form : forms) {
                if (form.mayBeIn(text, start, end, named)) {
                    add(form, form.pattern.matcher(text).region(start, end), all);
                }
            }
        }
    }

    private static void add(Form form, Matcher matcher, List<Written> all) {
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        while (matcher.find()) {
            written(form, matcher)
                    .filter(day -> all.stream().noneMatch(other -> other.start < day.end && day.start < other.end))
                    .ifPresent(all::add);
        }
    }

    private static Optional<Written> written(Form form, Matcher matcher) {
        String name = form.named ? matcher.group("name") : null;
        OptionalInt month =
                name == null ? OptionalInt.of(Integer.parseInt(matcher.group("m"))) : MonthNames.number(name);
        OptionalInt year = WITHOUT_YEAR.contains(form)
                ? OptionalInt.of(NO_YEAR)
                : year(matcher.group("y"), name, form.equals(EAST_ASIA) ? matcher.group("era") : null);
        if (month.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Written(
                year.getAsInt(),
                month.getAsInt(),
                Integer.parseInt(matcher.group("d")),
                form.equals(NUMERIC) || form.equals(NUMERIC_DAY),
                matcher.start(),
                matcher.end()));
    }

    private static OptionalInt year(String written, String monthName, String era) {
        String digits = written.replace("'", "");
        int year = Integer.parseInt(digits);
        if (digits.length() == 3 || era != null) {
            return year < 200 ? OptionalInt.of(year + MINGUO) : OptionalInt.empty();
        }
        if (digits.length() == 2) {
            // Only Thai newspapers omit the century, of the Buddhist year.
            boolean thai = monthName != null
                    && Character.UnicodeScript.of(monthName.codePointAt(0)) == Character.UnicodeScript.THAI;
            return thai ? OptionalInt.of(2500 + year - BUDDHIST) : OptionalInt.empty();
        }
        return OptionalInt.of(year > NewsTime.END.getYear() ? year - BUDDHIST : year);
    }

    /** A form with the name of a month. */
    private static Form form(String regex) {
        return new Form(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), true, "");
    }

    /** A form without one. */
    private static Form form(String regex, String needs) {
        return new Form(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), false, needs);
    }
}
