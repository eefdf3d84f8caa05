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

    /** Tagalog for "there is", before a number; the month has a capital there. */
    private static final String MAY = "may ";

    /** An hour, before the day in Vietnamese: "4h 19/3". */
    private static final Pattern HOUR = Pattern.compile("\\d\\s?(?:h|gi\u1EDD)\\s?\\d{0,2}$");

    private static final Pattern SPACE_AT_END = Pattern.compile("[\\s,]+$");
    private static final Pattern SPACE_AT_START = Pattern.compile("^[\\s,]+");

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

    /**
     * A word beside a day without a year that tells it, as "last year".
     *
     * @param before years before that of the publication
     */
    private record YearWord(String word, int before) {}

    private final List<Word> words;
    private final List<YearWord> years;
    private final TermMatcher matcher;

    private EventDays(List<Word> words, List<YearWord> years) {
        this.words = words;
        this.years = years;
        this.matcher = TermMatcher.of(words.stream().map(Word::word).toList());
    }

    /** Reads days in a language. */
    public static EventDays of(Language language) {
        String code = language.code();
        List<List<String>> rows = WordTable.read(EventDays.class, "event_days.tsv", 3).stream()
                .filter(row -> row.get(0).equals(code))
                .toList();
        List<YearWord> years = rows.stream()
                .filter(row -> row.get(1).startsWith("y"))
                .map(row -> new YearWord(
                        LowerCase.of(row.get(2)), Integer.parseInt(row.get(1).substring(1))))
                .sorted(Comparator.<YearWord>comparingInt(year -> year.word.length())
                        .reversed())
                .toList();
        Stream<Word> own = rows.stream()
                .filter(row -> !row.get(1).startsWith("y"))
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
        return new EventDays(Stream.of(own, today, relative).flatMap(all -> all).toList(), years);
    }

    /**
     * The days of a text, in their order.
     *
     * @param published the day of publication; without it words are not read, and a day without a year keeps none
     */
    public List<Told> in(String text, Optional<LocalDate> published) {
        var told = new ArrayList<Told>();
        String ascii = DateDigits.ascii(text);
        int[] offsets = DateDigits.offsets(text);
        for (DateForms.Written written : DateForms.all(ascii)) {
            if (!isDay(ascii, written)) {
                continue;
            }
            day(ascii, written, published)
                    .ifPresent(day ->
                            told.add(new Told(day.year, day.day, offsets[written.start()], isBound(ascii, written))));
        }
        published.ifPresent(day -> addWords(text, day, told));
        told.sort(Comparator.comparingInt(Told::start));
        return told;
    }

    /**
     * Whether what looks like a day is one: two numbers without a year, which may be a fraction, a range or an amount, need a word of time or a bracket
     * before them; the name of a month is a word of its own.
     */
    private static boolean isDay(String text, DateForms.Written written) {
        if (!written.inFigures()) {
            return !isPartOfWord(text, written.start())
                    && !isPartOfWord(text, written.end())
                    && (written.year() != DateForms.NO_YEAR || !text.startsWith(MAY, written.start()));
        }
        if (written.year() != DateForms.NO_YEAR) {
            return true;
        }
        String before = text.substring(Math.max(0, written.start() - BESIDE), written.start());
        String beside = SPACE_AT_END.matcher(LowerCase.of(before)).replaceAll("");
        return beside.endsWith("(")
                || beside.endsWith("\uFF08")
                || HOUR.matcher(beside).find()
                || DateCues.FIGURES.ends(beside).isPresent()
                || (isSlashed(text, written) && DateCues.SLASHED.ends(beside).isPresent())
                || DateCues.TODAY.ends(beside).isPresent()
                || Weekdays.lengthAtEnd(beside) > 0;
    }

    private static boolean isSlashed(String text, DateForms.Written written) {
        return text.substring(written.start(), written.end()).indexOf('/') >= 0;
    }

    /** Whether a place in a text is between two Latin letters. */
    private static boolean isPartOfWord(String text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    private static boolean isLatin(char c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
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

    private Optional<Read> day(String text, DateForms.Written written, Optional<LocalDate> published) {
        if (written.year() != DateForms.NO_YEAR) {
            return DateReader.day(written.year(), written.month(), written.day())
                    .filter(NewsTime::isPossible)
                    .map(date -> new Read(Optional.of(date), MonthDay.from(date)));
        }
        if (published.isEmpty()) {
            return DateReader.day(MONTH_DAY_YEAR, written.month(), written.day())
                    .map(date -> new Read(Optional.empty(), MonthDay.from(date)));
        }
        Optional<Integer> told =
                yearBeside(text, written).map(before -> published.get().getYear() - before);
        if (told.isPresent()) {
            return DateReader.day(told.get(), written.month(), written.day())
                    .map(date -> new Read(Optional.of(date), MonthDay.from(date)));
        }
        LocalDate last = published.get().plusDays(LATEST);
        return Stream.of(last.getYear(), last.getYear() - 1)
                .flatMap(year -> DateReader.day(year, written.month(), written.day()).stream())
                .filter(date -> !date.isAfter(last))
                .findFirst()
                .map(date -> new Read(Optional.of(date), MonthDay.from(date)));
    }

    /** How many years before that of the publication a day is, if a word directly before or behind it tells. */
    private Optional<Integer> yearBeside(String text, DateForms.Written written) {
        String before = SPACE_AT_END
                .matcher(LowerCase.of(text.substring(Math.max(0, written.start() - BESIDE), written.start())))
                .replaceAll("");
        String after = SPACE_AT_START
                .matcher(LowerCase.of(text.substring(written.end(), Math.min(text.length(), written.end() + BESIDE))))
                .replaceAll("");
        return years.stream()
                .filter(year -> before.endsWith(year.word) || after.startsWith(year.word))
                .findFirst()
                .map(YearWord::before);
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
