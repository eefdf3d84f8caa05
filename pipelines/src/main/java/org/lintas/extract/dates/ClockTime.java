package org.lintas.extract.dates;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

/**
 * The time of day next to a date: {@code pukul 19.05 WIB}, {@code 下午3:05}, {@code 10h30}, {@code 3.15 petang}.
 * Words for am and pm are from CLDR and {@code clock.tsv}.
 *
 * @param time of day
 * @param hasSeconds whether seconds are given
 * @param offset offset that is given; empty if none is
 * @param start where it starts in the text that was searched
 * @param end where it ends
 */
record ClockTime(LocalTime time, boolean hasSeconds, Optional<ZoneOffset> offset, int start, int end) {

    /** A time is within this many characters of its date. */
    private static final int REACH = 60;

    /** Parts of the day, {@code am}, {@code pm} or {@code night}, by their words. */
    private static final Map<String, String> HALVES = new HashMap<>();

    private static final String BESIDE = alternatives("at");
    private static final String WEEKDAY = weekdays();
    private static final String HALF = halves();

    private static final String CLOCK =
            "(?:(?<pre>" + HALF + ")[\\s,]{0,2})?(?<![\\d.,:])(?<h>\\d{1,2})(?!\\s?(?:" + alternatives("minute") + "))"
                    + "(?:\\s?(?:[:.h時时點点]|" + alternatives("hour")
                    + ")\\s?(?<min>\\d{2})(?:[:.](?<s>\\d{2})(?:[.,]\\d{1,9})?)?)?(?![\\d])"
                    + "(?:\\s?(?:" + alternatives("after") + "))?(?:\\s?(?<post>" + HALF + "))?(?:[\\s,]{0,2}\\(?"
                    + DateConvention.PATTERN + "\\)?)?";

    private static final String WORDS = "(?:(?:" + BESIDE + "|" + WEEKDAY + "|\\([^()\\d]{1,8}\\))[\\s:.,|]{0,3}){0,3}";

    private static final Pattern AFTER = Pattern.compile(
            "(?:\\s{0,2}\\)?[,;T|•·–—:(/@-]?){0,3}\\s{0,3}" + WORDS + CLOCK,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BEFORE = Pattern.compile(
            CLOCK + "\\s{0,3}[,;|•·–—(/-]?\\s{0,3}" + WORDS + "$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The time that follows a date, which ends at an index of a text with ASCII digits. */
    static Optional<ClockTime> after(String text, int dateEnd) {
        Matcher matcher = AFTER.matcher(text).region(dateEnd, Math.min(text.length(), dateEnd + REACH));
        return matcher.useTransparentBounds(true).lookingAt() ? read(matcher) : Optional.empty();
    }

    /** The time before a date, which starts at an index of a text with ASCII digits. */
    static Optional<ClockTime> before(String text, int dateStart) {
        int from = Math.max(0, dateStart - REACH);
        Matcher matcher = BEFORE.matcher(text).region(from, dateStart);
        boolean digits = text.substring(from, dateStart).chars().anyMatch(c -> c >= '0' && c <= '9');
        return digits && matcher.find() ? read(matcher) : Optional.empty();
    }

    private static Optional<ClockTime> read(Matcher matcher) {
        String minute = matcher.group("min");
        String word = matcher.group("post") != null ? matcher.group("post") : matcher.group("pre");
        if (minute == null && word == null) {
            // A bare number next to a date may be anything.
            return Optional.empty();
        }
        String second = matcher.group("s");
        int hour = hour(Integer.parseInt(matcher.group("h")), word);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        int seconds = second == null ? 0 : Integer.parseInt(second);
        if (hour > 23 || minutes > 59 || seconds > 59) {
            return Optional.empty();
        }
        Optional<ZoneOffset> offset = Optional.ofNullable(matcher.group("z")).flatMap(DateConvention::offset);
        return Optional.of(new ClockTime(
                LocalTime.of(hour, minutes, seconds), second != null, offset, matcher.start(), matcher.end()));
    }

    private static int hour(int written, String word) {
        String half = word == null ? "" : HALVES.get(word.toLowerCase(Locale.ROOT));
        if (written > 12 || half == null) {
            return written;
        }
        return switch (half) {
            case "am" -> written % 12;
            case "pm" -> written % 12 + 12;
            case "night" -> written == 12 ? 0 : written < 5 ? written : written + 12;
            default -> written;
        };
    }

    private static String halves() {
        for (Language language : Language.values()) {
            String[] words = symbols(language).getAmPmStrings();
            HALVES.putIfAbsent(words[0].toLowerCase(Locale.ROOT), "am");
            HALVES.putIfAbsent(words[1].toLowerCase(Locale.ROOT), "pm");
        }
        for (var row : WordTable.read(ClockTime.class, "clock.tsv", 2)) {
            if (List.of("am", "pm", "night").contains(row.get(0))) {
                HALVES.put(row.get(1), row.get(0));
            }
        }
        return joined(HALVES.keySet().stream(), word -> true);
    }

    private static String weekdays() {
        return joined(
                Stream.of(Language.values()).flatMap(language -> {
                    DateFormatSymbols symbols = symbols(language);
                    return Stream.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)
                            .flatMap(width -> Stream.of(symbols.getWeekdays(DateFormatSymbols.FORMAT, width)));
                }),
                name -> name.length() > 1);
    }

    private static DateFormatSymbols symbols(Language language) {
        return new DateFormatSymbols(new ULocale(language == Language.TAGALOG ? "fil" : language.code()));
    }

    private static String alternatives(String kind) {
        return joined(
                WordTable.read(ClockTime.class, "clock.tsv", 2).stream()
                        .filter(row -> row.get(0).equals(kind))
                        .map(row -> row.get(1)),
                word -> true);
    }

    /** Alternatives, longest first; Latin words end where the word ends. */
    private static String joined(Stream<String> words, Predicate<String> wanted) {
        return words
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(wanted)
                .collect(Collectors.toCollection(() -> new TreeSet<>(
                        Comparator.comparing(String::length).reversed().thenComparing(word -> word))))
                .stream()
                .map(word -> Pattern.quote(word) + (word.codePointAt(word.length() - 1) < 0x250 ? "(?!\\p{L})" : ""))
                .collect(Collectors.joining("|"));
    }
}
