package org.lintas.extract.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lintas.schemas.DateOrigin;
import org.lintas.text.LowerCase;

/**
 * Finds the day on which an article reports in its opening or its headline: "Today (1 July 2020)", "Rabu (12/3/2025)", "MANILA, 26
 * September 2025 –", "Sáng 11/6/2019, …". Other days of a text are those of events, and are not read. Words around dates are in
 * {@code openings.tsv}. Outlets report on the day itself or soon after it.
 */
public final class DatedOpening {

    private static final int PARAGRAPHS = 3;

    /** An opening is at most this long. */
    private static final int LENGTH = 320;

    /** The caption of a picture is at most this long. */
    private static final int CAPTION = 240;

    private static final int DATELINE = 60;

    /** Words that tell of what is to come stand within so many characters behind a date. */
    private static final int CLAUSE = 70;

    /** The report is at most this many days before the month in its address. */
    private static final int DAYS_BEFORE_ADDRESS = 7;

    /** The same day falls on the same weekday again after five years or more. */
    private static final int YEARS_OF_WEEKDAY = 5;

    private static final int HALF_YEAR = 182;
    private static final int MAX_MONTH = 12;
    private static final int BUDDHIST = 543;
    private static final int FIRST_BUDDHIST = 2500;

    private static final Pattern NEITHER = Pattern.compile("[\\s\\p{P}\\p{Zs}\\u200b]+");
    private static final Pattern CLOSING = Pattern.compile("^[\\s)\\]]+");
    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s.,:;()|h–-]+");
    private static final Pattern RANGE_BEFORE = Pattern.compile("\\d\\s?[-–—/]\\s?$");
    private static final Pattern RANGE_AFTER = Pattern.compile("\\s?[-–—]\\s?\\d");
    private static final Pattern DASH = Pattern.compile(
            "\\)?[,.]?\\s?(?:\\([^()]{2,24}\\)|[\\p{L}.]{2,12}/?[\\p{L}.]{0,12})?[\\s:]{0,2}(?:[–—]|--?\\s|-(?=\\p{Lu})|/\\p{Lu}{2,8}/)");
    private static final Pattern WIRE = Pattern.compile("\\s?[電电訊讯]");

    /** Languages in which the day of a report often begins it without a word; in Chinese that is often another day. */
    private static final Pattern BARE = Pattern.compile("[\\p{IsThai}\\p{IsMyanmar}\\p{IsLao}]");

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20|25)\\d{2}(?!\\d)");

    private final DateReader reader;
    private final List<String> paragraphs;
    private final Optional<YearMonth> address;
    private final Optional<LocalDate> stated;
    private final List<String> heads;

    /** Found once it is needed; null before. */
    private LocalDate latest;

    private DatedOpening(
            DateReader reader, List<String> paragraphs, Optional<YearMonth> address, Optional<LocalDate> stated) {
        this.reader = reader;
        this.stated = stated;
        this.paragraphs = paragraphs;
        this.address = address;
        this.heads =
                paragraphs.stream().limit(PARAGRAPHS).map(DatedOpening::head).toList();
    }

    /**
     * The day on which an article reports, as its opening tells.
     *
     * @param paragraphs of the article, without the headline
     * @param address the month in its address, by which a day without a year has one; empty if unknown
     * @param stated the day that another source states, near which a day without a year is read; empty if there is none
     */
    public static Optional<PublicationDate> in(
            List<String> paragraphs, DateReader reader, Optional<YearMonth> address, Optional<LocalDate> stated) {
        var opening = new DatedOpening(reader, paragraphs, address, stated);
        int captions = opening.captions();
        return IntStream.range(captions, opening.heads.size())
                .mapToObj(opening::inParagraph)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The day of the issue that a headline names, such as "ประจำวันที่ 9 เมษายน 2563", or the time that ends it. */
    public static Optional<PublicationDate> inTitle(String title, DateReader reader) {
        String text = head(title);
        return DateForms.all(text).stream()
                .filter(written -> DateCues.TITLE
                        .ends(beside(text.substring(0, written.start())))
                        .isPresent())
                .flatMap(written -> DateReader.day(written.year(), written.month(), written.day()).stream())
                .flatMap(day -> reader.on(day).stream())
                .findFirst()
                .or(() -> text.indexOf(':') < 0
                        ? Optional.empty()
                        : reader.find(text).filter(PublicationDate::hasTime))
                .map(date -> date.from(DateOrigin.title));
    }

    /** Number of paragraphs before the one with the dateline: they are captions of pictures, often of an earlier day. */
    private int captions() {
        return IntStream.range(1, heads.size())
                .filter(i -> Dateline.isIn(paragraphs.get(i)))
                .findFirst()
                .orElse(0);
    }

    private Optional<PublicationDate> inParagraph(int i) {
        String text = heads.get(i);
        if (isCaption(i)) {
            return Optional.empty();
        }
        return DateForms.all(text).stream()
                .map(written -> told(written, text, i))
                .flatMap(Optional::stream)
                .findFirst()
                .map(date -> date.from(DateOrigin.opening));
    }

    /** Whether a paragraph above others is the caption of a picture. */
    private boolean isCaption(int i) {
        String paragraph = paragraphs.get(i);
        return i + 1 < paragraphs.size()
                && paragraph.length() <= CAPTION
                && DateCues.CAPTION.isIn(LowerCase.of(paragraph));
    }

    /** The day, if the words around it tell that the article reports on it. */
    private Optional<PublicationDate> told(DateForms.Written written, String text, int paragraph) {
        String before = LowerCase.of(text.substring(0, written.start()));
        String after = LowerCase.of(text.substring(written.end()));
        if (isOther(before, after)) {
            return Optional.empty();
        }
        String beside = beside(before);
        boolean complete = written.year() != DateForms.NO_YEAR;
        Optional<DateCues.Cue> today =
                DateCues.TODAY.ends(DateCues.BEGIN.strip(beside)).or(() -> DateCues.THIS.starts(after.strip()));
        Optional<DayOfWeek> weekday = DateCues.weekdayAtEnd(beside);
        boolean inBrackets = weekday.isPresent() && before.stripTrailing().endsWith("(") && !isAhead(before);
        boolean begins = (paragraph == 0 || (complete && !tellsOfThePast())) && begins(before, written, text);
        boolean reported = complete && DateCues.DAY.ends(beside).isPresent() && !isAhead(before);
        boolean dateline = isDateline(written, text, paragraph);
        boolean isEvent = inBrackets || begins || reported;
        if (today.isEmpty() && !dateline && (!isEvent || isAheadBehind(after))) {
            return Optional.empty();
        }
        boolean dayFirst = today.or(() -> DateCues.BEGIN.ends(beside))
                .map(DateCues.Cue::dayFirst)
                .orElse(false);
        return days(written)
                .filter(day -> isReadable(written, dayFirst || weekday.isPresent()))
                .filter(day -> weekday.map(day.getDayOfWeek()::equals).orElse(true))
                .filter(day -> complete || isSafe(day, weekday.isPresent()))
                .filter(day -> today.isPresent() || dateline || !isPast(day, inBrackets))
                .flatMap(day -> reader.on(day).stream())
                .findFirst();
    }

    /** Whether the order of day and month is known. */
    private static boolean isReadable(DateForms.Written written, boolean dayFirst) {
        return dayFirst || !written.inFigures() || written.day() > MAX_MONTH || written.day() == written.month();
    }

    /** A text in lower case without punctuation. */
    static String beside(String before) {
        return NEITHER.matcher(LowerCase.of(before)).replaceAll(" ").strip();
    }

    /** Whether the sentence that leads to a date tells of what is to come. */
    private static boolean isAhead(String before) {
        String sentence = before.substring(before.lastIndexOf(". ") + 1);
        return DateCues.AHEAD.isIn(DateCues.IGNORE.strike(sentence));
    }

    /** Whether what stands behind a date tells of what is to come on it, and not of somebody who says then what is to come. */
    private static boolean isAheadBehind(String after) {
        String clause = DateCues.IGNORE.strike(after.substring(0, Math.min(after.length(), CLAUSE)));
        int end = clause.indexOf(". ");
        String sentence = end < 0 ? clause : clause.substring(0, end);
        int ahead = DateCues.AHEAD.first(sentence);
        int says = DateCues.SAY.first(sentence);
        return ahead >= 0 && (says < 0 || ahead < says);
    }

    static boolean isOther(String before, String after) {
        String beside = beside(before);
        return DateCues.OTHER.ends(beside).isPresent()
                || DateCues.OTHER.ends(DateCues.withoutWeekday(beside)).isPresent()
                || DateCues.LATER
                        .starts(CLOSING.matcher(after).replaceFirst(""))
                        .isPresent()
                || RANGE_BEFORE.matcher(before).find()
                || RANGE_AFTER.matcher(after).lookingAt();
    }

    /** Whether a date begins a paragraph, but for the time of the day, the weekday and such words. */
    private static boolean begins(String before, DateForms.Written written, String text) {
        String rest = before.strip();
        if (rest.isEmpty()) {
            return BARE.matcher(text.substring(written.start(), written.end())).find();
        }
        while (!rest.isEmpty()) {
            Matcher numbers = NUMBERS.matcher(rest);
            int word = Math.max(
                    DateCues.BEGIN.starts(rest).map(DateCues.Cue::length).orElse(0), Weekdays.lengthAtStart(rest));
            int length = word == 0 && numbers.lookingAt() ? numbers.end() : word;
            if (length == 0) {
                return false;
            }
            rest = rest.substring(length).strip();
        }
        return true;
    }

    private static boolean isDateline(DateForms.Written written, String text, int paragraph) {
        String after = text.substring(written.end());
        return paragraph == 0
                && written.end() <= DATELINE
                && (DASH.matcher(after).lookingAt() || WIRE.matcher(after).lookingAt());
    }

    /** The days that it may be: of the years that are possible where none is written. */
    private Stream<LocalDate> days(DateForms.Written written) {
        Stream<Integer> years = written.year() != DateForms.NO_YEAR
                ? Stream.of(written.year())
                : address.map(month -> Stream.of(month.getYear(), month.getYear() - 1))
                        .or(() -> stated.map(DatedOpening::yearsAround))
                        .orElseGet(() -> reader.yearsBeforeCapture(YEARS_OF_WEEKDAY));
        return years.flatMap(year -> DateReader.day(year, written.month(), written.day()).stream());
    }

    private static Stream<Integer> yearsAround(LocalDate day) {
        return Stream.of(day.getYear(), day.getYear() - 1, day.getYear() + 1);
    }

    /**
     * Whether the year that is not written is safe: that of the address, the one in which the day is near the stated one, or the last
     * one before the capture with this weekday.
     */
    private boolean isSafe(LocalDate told, boolean hasWeekday) {
        return address.map(month -> !told.isBefore(month.atDay(1).minusDays(DAYS_BEFORE_ADDRESS))
                        && !told.isAfter(month.atEndOfMonth()))
                .or(() -> stated.map(day -> Math.abs(ChronoUnit.DAYS.between(day, told)) <= HALF_YEAR))
                .orElse(hasWeekday);
    }

    /** Whether the opening tells of an indictment or the like, in whose course a crime is told from its start. */
    private boolean tellsOfThePast() {
        return heads.stream().anyMatch(text -> DateCues.PAST.isIn(beside(text)));
    }

    /**
     * Whether the article mentions a later day, or a later year: then it tells of the past.
     *
     * @param isSure whether the day is written as that of a report; then a year of plans or elections is no matter
     */
    private boolean isPast(LocalDate day, boolean isSure) {
        if (isSure) {
            return latestDay().filter(day::isBefore).isPresent();
        }
        if (latest == null) {
            latest = latest();
        }
        return latest.isAfter(day);
    }

    /** The latest complete day in the first lines of the paragraphs. */
    private Optional<LocalDate> latestDay() {
        return paragraphs.stream()
                .flatMap(paragraph -> reportedIn(head(paragraph)))
                .max(LocalDate::compareTo);
    }

    private static Stream<LocalDate> reportedIn(String text) {
        return DateForms.all(text).stream()
                .filter(written -> written.year() != DateForms.NO_YEAR)
                .filter(written -> !isAhead(LowerCase.of(text.substring(0, written.start()))))
                .flatMap(written -> DateReader.day(written.year(), written.month(), written.day()).stream());
    }

    /** The latest complete day of the opening, or the first of the latest year of the text, if that is later. */
    private LocalDate latest() {
        Stream<LocalDate> days = heads.stream()
                .flatMap(text -> DateForms.all(text).stream())
                .filter(written -> written.year() != DateForms.NO_YEAR)
                .flatMap(written -> DateReader.day(written.year(), written.month(), written.day()).stream());
        Stream<LocalDate> years = paragraphs.stream()
                .flatMap(text -> YEAR.matcher(DateDigits.ascii(text)).results())
                .map(match -> Integer.parseInt(match.group()))
                .map(year -> LocalDate.of(year >= FIRST_BUDDHIST ? year - BUDDHIST : year, 1, 1));
        return Stream.concat(days, years).max(LocalDate::compareTo).orElse(LocalDate.MIN);
    }

    private static String head(String paragraph) {
        return DateDigits.ascii(paragraph.substring(0, Math.min(paragraph.length(), LENGTH)));
    }
}
