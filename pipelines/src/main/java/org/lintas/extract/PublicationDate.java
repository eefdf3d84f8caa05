package org.lintas.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as the press of the region writes them: ISO 8601, day before month, month names of eleven languages, native
 * digits, Buddhist years. A time without an offset is taken as UTC+7, where most of the region lives; a date without a time
 * is its first instant in UTC, so that it keeps its day.
 *
 * @param instant when
 * @param precision name of the {@code DatePrecision}: second, minute or day
 */
record PublicationDate(Instant instant, String precision) {

    private static final ZoneOffset REGION = ZoneOffset.ofHours(7);

    /** The Buddhist era is 543 years ahead; news is no older than the century of the web and not from the future. */
    private static final int BUDDHIST = 543;

    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2100;

    /** Dates are short; what is longer is no date field. */
    private static final int MAX_LENGTH = 200;

    private static final String TIME =
            "(?:[,T\\s|-]{1,3}(?:at |pukul |jam |เวลา |lúc )?(?<h>\\d{1,2})[:.](?<min>\\d{2})(?::(?<s>\\d{2})(?:[.,]\\d+)?)?\\s*(?<ampm>[AaPp]\\.?[Mm]\\.?)?\\s*(?<z>Z|UTC|GMT|WIB|WITA|WIT|MYT|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?)?)?";

    private static final String NAME = MonthNames.PATTERN;

    private static final List<Pattern> FORMS = List.of(
            form("(?<![\\d])(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)" + TIME),
            form("(?<y>\\d{4})\\s?年\\s?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?日" + TIME),
            form("(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?[\\s-]{0,2}(?:de |ខែ\\s?)?(?<name>" + NAME
                    + ")\\.?[,\\s-]{0,3}(?:พ\\.ศ\\.|พุทธศักราช|ค\\.ศ\\.|năm|ឆ្នាំ|ປີ)?\\s?(?<y>\\d{4}|\\d{2}(?!\\d))"
                    + TIME),
            form("(?<name>" + NAME + ")\\.?\\s?(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<y>\\d{4})" + TIME),
            form("(?<y>\\d{4})\\s?(?:ခုနှစ်|ခု)?[၊,\\s]{0,3}(?<name>" + NAME + ")(?:လ)?\\s?(?<d>\\d{1,2})" + TIME),
            form("(?<![\\d/])(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>\\d{4})(?![\\d/])" + TIME),
            form("(?<d>\\d{1,2})\\s(?:tháng|thg)\\s(?<m>\\d{1,2})(?:,|\\snăm)?\\s(?<y>\\d{4})" + TIME));

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The first complete date in the first characters of a text; empty where there is none. */
    static Optional<PublicationDate> find(String text) {
        String ascii = asciiDigits(text.substring(0, Math.min(text.length(), MAX_LENGTH)));
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(ascii);
            while (matcher.find()) {
                Optional<PublicationDate> date = read(matcher);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PublicationDate> read(Matcher matcher) {
        String pattern = matcher.pattern().pattern();
        boolean named = pattern.contains("(?<name>");
        String name = named ? matcher.group("name") : null;
        int day = Integer.parseInt(matcher.group("d"));
        OptionalInt month = named ? MonthNames.number(name) : OptionalInt.of(Integer.parseInt(matcher.group("m")));
        OptionalInt year = year(matcher.group("y"), name);
        if (month.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        int m = month.getAsInt();
        // Day before month, as the region writes; a "day" in the place of the month tells the American order.
        if (m > 12 && day <= 12) {
            int swap = m;
            m = day;
            day = swap;
        }
        try {
            LocalDate date = LocalDate.of(year.getAsInt(), m, day);
            return Optional.of(atTime(date, matcher));
        } catch (DateTimeException e) {
            // Looks like a date and is none (31 February): the next form may read it otherwise.
            return Optional.empty();
        }
    }

    private static PublicationDate atTime(LocalDate date, Matcher matcher) {
        if (matcher.group("h") == null) {
            return new PublicationDate(date.atStartOfDay(ZoneOffset.UTC).toInstant(), "day");
        }
        int hour = Integer.parseInt(matcher.group("h"));
        String half = matcher.group("ampm");
        if (half != null && hour <= 12) {
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        String second = matcher.group("s");
        LocalTime time = LocalTime.of(
                hour, Integer.parseInt(matcher.group("min")), second == null ? 0 : Integer.parseInt(second));
        Instant instant = date.atTime(time).toInstant(offset(matcher.group("z")));
        return new PublicationDate(instant, second == null ? "minute" : "second");
    }

    private static OptionalInt year(String digits, String monthName) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 2) {
            // Only Thai newspapers cut the century off, of the Buddhist year.
            boolean thai = monthName != null
                    && Character.UnicodeScript.of(monthName.codePointAt(0)) == Character.UnicodeScript.THAI;
            year = thai ? 2500 + year : 0;
        }
        if (year > LAST_YEAR) {
            year -= BUDDHIST;
        }
        return year >= FIRST_YEAR && year <= LAST_YEAR ? OptionalInt.of(year) : OptionalInt.empty();
    }

    private static ZoneOffset offset(String zone) {
        if (zone == null || zone.equals("WIB")) {
            return REGION;
        }
        return switch (zone) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            case "WITA", "MYT" -> ZoneOffset.ofHours(8);
            case "WIT" -> ZoneOffset.ofHours(9);
            default -> {
                String digits = zone.replaceAll("[^0-9+-]", "");
                int sign = digits.charAt(0) == '-' ? -1 : 1;
                String number = digits.substring(1);
                int hours = Integer.parseInt(number.length() > 2 ? number.substring(0, number.length() - 2) : number);
                int minutes = number.length() > 2 ? Integer.parseInt(number.substring(number.length() - 2)) : 0;
                yield ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
            }
        };
    }

    private static String asciiDigits(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c > 0x7F ? Character.digit(c, 10) : -1;
            out.append(digit >= 0 ? (char) ('0' + digit) : c);
        }
        return out.toString();
    }
}
