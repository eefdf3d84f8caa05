package org.lintas.extract.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.LowerCase;
import org.lintas.text.NewsTime;
import org.lintas.text.TermMatcher;
import org.lintas.text.WordTable;

/**
 * Reads the days that an article tells of: dates with or without a year, weekdays, and words such as "kemarin", relative to its publication. A
 * weekday is the last one before the publication, or the day of it.
 */
public final class EventDays {

    /** How far before a date a word that says what the date is of may start, in UTF-16 units. */
    private static final int BESIDE = 40;

    private static final int DAYS_OF_WEEK = 7;

    /** A day without a year is of the last twelve months. */
    private static final int LATEST = 2;

    private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /**
     * A word for a day.
     *
     * @param before days before the publication; of a weekday -1
     * @param weekday the weekday, if it is one
     */
    private record Word(String word, int before, Optional<DayOfWeek> weekday) {}

    /**
     * A day that a text tells of.
     *
     * @param date the day, if its year is known
     * @param day month and day
     * @param start where it stands, in UTF-16 units
     * @param isBound whether a word beside it says that it begins or ends a time, as in "since 3 March"
     */
    public record Told(Optional<LocalDate> date, MonthDay day, int start, boolean isBound) {}

    private final List<Word> words;
    private final TermMatcher matcher;

    private EventDays(List<Word> words) {
        this.words = words;
        this.matcher = TermMatcher.of(words.stream().map(Word::word).toList());
    }

    /** Reads days in a language. */
    public static EventDays of(Language language) {
        String code = language.code();
        Stream<Word> own = WordTable.read(EventDays.class, "event_days.tsv", 3).stream()
                .filter(row -> row.get(0).equals(code))
                .map(row -> row.get(1).startsWith("w")
                        ? new Word(
                                row.get(2),
                                -1,
                                Optional.of(
                                        DayOfWeek.of(Integer.parseInt(row.get(1).substring(1)))))
                        : new Word(row.get(2), Integer.parseInt(row.get(1)), Optional.empty()));
        Stream<Word> today = WordTable.read(EventDays.class, "openings.tsv", 3).stream()
                .filter(row -> row.get(0).equals("today") && row.get(1).equals(code))
                .map(row -> new Word(row.get(2), 0, Optional.empty()));
        Stream<Word> relative = WordTable.read(EventDays.class, "relative.tsv", 4).stream()
                .filter(row -> row.get(0).equals(code)
                        && row.get(1).equals("day")
                        && !row.get(2).equals("N"))
                .map(row -> new Word(row.get(3), Integer.parseInt(row.get(2)), Optional.empty()));
        return new EventDays(Stream.of(own, today, relative).flatMap(all -> all).toList());
    }

    /**
     * The days of a text, in their order.
     *
     * @param published the day of publication; without it words are not read, and a day without a year keeps none
     */
    public List<Told> in(String text, Optional<LocalDate> published) {
        var told = new ArrayList<Told>();
        String ascii = DateDigits.ascii(text);
        for (DateForms.Written written : DateForms.all(ascii)) {
            day(written, published)
                    .ifPresent(day -> told.add(new Told(day.year, day.day, written.start(), isBound(ascii, written))));
        }
        published.ifPresent(day -> addWords(text, day, told));
        told.sort(Comparator.comparingInt(Told::start));
        return told;
    }

    private void addWords(String text, LocalDate published, List<Told> told) {
        int written = told.size();
        var ends = new int[] {-1};
        matcher.find(text, FoldedText.of(text), (term, start, end) -> {
            Word word = words.get(term);
            boolean isTold = told.subList(0, written).stream()
                    .anyMatch(other -> other.start - end <= BESIDE / 2 && other.start >= start);
            if (isTold || start < ends[0]) {
                return;
            }
            ends[0] = end;
            LocalDate day = word.weekday
                    .map(weekday -> published.minusDays(
                            Math.floorMod(published.getDayOfWeek().getValue() - weekday.getValue(), DAYS_OF_WEEK)))
                    .orElseGet(() -> published.minusDays(word.before));
            told.add(new Told(Optional.of(day), MonthDay.from(day), start, false));
        });
    }

    private record Read(Optional<LocalDate> year, MonthDay day) {}

    private static Optional<Read> day(DateForms.Written written, Optional<LocalDate> published) {
        if (written.year() != DateForms.NO_YEAR) {
            return DateReader.day(written.year(), written.month(), written.day())
                    .filter(NewsTime::isPossible)
                    .map(date -> new Read(Optional.of(date), MonthDay.from(date)));
        }
        if (published.isEmpty()) {
            return DateReader.day(MONTH_DAY_YEAR, written.month(), written.day())
                    .map(date -> new Read(Optional.empty(), MonthDay.from(date)));
        }
        LocalDate last = published.get().plusDays(LATEST);
        return Stream.of(last.getYear(), last.getYear() - 1)
                .flatMap(year -> DateReader.day(year, written.month(), written.day()).stream())
                .filter(date -> !date.isAfter(last))
                .findFirst()
                .map(date -> new Read(Optional.of(date), MonthDay.from(date)));
    }

    /** A year with a 29th of February. */
    private static final int MONTH_DAY_YEAR = 2000;

    private static boolean isBound(String text, DateForms.Written written) {
        String before = text.substring(Math.max(0, written.start() - BESIDE), written.start());
        String beside = NEITHER.matcher(LowerCase.of(before)).replaceAll(" ").strip();
        String after = text.substring(written.end(), Math.min(text.length(), written.end() + BESIDE));
        return isBoundBy(beside)
                || isBoundBy(DateCues.withoutWeekday(beside))
                || DateCues.LATER.starts(LowerCase.of(after).strip()).isPresent();
    }

    /** A longer word that begins a report, as of Khmer, may end with one that begins a time. */
    private static boolean isBoundBy(String before) {
        int other = DateCues.OTHER.ends(before).map(DateCues.Cue::length).orElse(0);
        int begin = DateCues.BEGIN.ends(before).map(DateCues.Cue::length).orElse(0);
        return other > begin;
    }
}
