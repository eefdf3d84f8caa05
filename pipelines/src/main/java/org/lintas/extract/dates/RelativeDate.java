package org.lintas.extract.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.schemas.DateOrigin;
import org.lintas.schemas.DatePrecision;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/**
 * Reads a line with a relative date, such as "3 giờ trước", by the phrases of {@code relative.tsv}. Seconds and minutes are
 * exact; hours give the day only, since outlets round them; months and years give the month and the year only.
 */
final class RelativeDate {

    /** Letters next to the phrase: "Published", "| News". */
    private static final int MAX_OTHER = 24;

    private record Phrase(String literal, Pattern pattern, ChronoUnit unit, int count) {}

    private static final List<Phrase> PHRASES = read();

    private RelativeDate() {}

    /** The date of a line, its digits in ASCII, relative to a time in a zone. */
    static Optional<PublicationDate> read(String line, Instant seen, ZoneOffset zone) {
        String lower = LowerCase.of(line);
        for (Phrase phrase : PHRASES) {
            if (!lower.contains(phrase.literal)) {
                continue;
            }
            Matcher matcher = phrase.pattern.matcher(lower);
            if (matcher.find()) {
                int count = phrase.count >= 0 ? phrase.count : Integer.parseInt(matcher.group(1));
                Optional<ClockTime> clock = phrase.unit == ChronoUnit.DAYS
                        ? ClockTime.after(line, matcher.end()).or(() -> ClockTime.before(line, matcher.start()))
                        : Optional.empty();
                if (phrase.unit == ChronoUnit.DAYS && count == 0 && clock.isEmpty()) {
                    // "Today" alone is the name of a section, a site or a newspaper.
                    return Optional.empty();
                }
                int others = line.length()
                        - (matcher.end() - matcher.start())
                        - clock.map(time -> time.end() - time.start()).orElse(0);
                return others > MAX_OTHER
                        ? Optional.empty()
                        : Optional.of(date(phrase.unit, count, clock, LocalDateTime.ofInstant(seen, zone), zone)
                                .from(DateOrigin.relative));
            }
        }
        return Optional.empty();
    }

    private static PublicationDate date(
            ChronoUnit unit, int count, Optional<ClockTime> clock, LocalDateTime seen, ZoneOffset zone) {
        LocalDateTime then = seen.minus(count, unit);
        LocalDate day = then.toLocalDate();
        return switch (unit) {
            case SECONDS, MINUTES ->
                PublicationDate.of(then.truncatedTo(ChronoUnit.MINUTES), Optional.empty(), zone, DatePrecision.minute);
            case MONTHS -> PublicationDate.of(day.withDayOfMonth(1), DatePrecision.month);
            case YEARS -> PublicationDate.of(day.withDayOfYear(1), DatePrecision.year);
            default ->
                clock.map(time ->
                                PublicationDate.of(day.atTime(time.time()), time.offset(), zone, DatePrecision.minute))
                        .orElseGet(() -> PublicationDate.of(day, DatePrecision.day));
        };
    }

    private static List<Phrase> read() {
        var phrases = new ArrayList<List<String>>(WordTable.read(RelativeDate.class, "relative.tsv", 4));
        phrases.sort(
                Comparator.comparing((List<String> row) -> row.get(3).length()).reversed());
        return phrases.stream()
                .map(row -> {
                    boolean counted = row.get(2).equals("N");
                    ChronoUnit unit = ChronoUnit.valueOf(row.get(1).toUpperCase(Locale.ROOT) + "S");
                    String literal = Stream.of(row.get(3).split("N"))
                            .max(Comparator.comparing(String::length))
                            .orElseThrow();
                    return new Phrase(
                            literal, pattern(row.get(3), counted), unit, counted ? -1 : Integer.parseInt(row.get(2)));
                })
                .toList();
    }

    /** In scripts with spaces a phrase has to be whole words; in others only a number marks where a phrase starts. */
    private static Pattern pattern(String phrase, boolean counted) {
        if (!counted) {
            return Pattern.compile("(?<![\\p{L}\\p{M}\\d])" + Pattern.quote(phrase) + "(?![\\p{L}\\p{M}])");
        }
        String[] around = phrase.split("N", -1);
        boolean spaced = phrase.codePoints().allMatch(c -> c < 0x250 || (c > 0x1E00 && c < 0x2000));
        return Pattern.compile((spaced ? "(?<![\\p{L}\\d])" : "(?<!\\d)")
                + Pattern.quote(around[0]) + "(\\d{1,3})" + Pattern.quote(around[1])
                + (spaced ? "(?!\\p{L})" : ""));
    }
}
