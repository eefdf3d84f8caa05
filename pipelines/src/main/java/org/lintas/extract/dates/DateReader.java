package org.lintas.extract.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.record.DayMonth;
import org.lintas.schemas.DatePrecision;
import org.lintas.text.NewsTime;
import org.lintas.text.TextNormaliser;

/**
 * Reads dates as the press of the region writes them: ISO 8601, numeric dates, month names of eleven languages, native digits and
 * Chinese numerals, years of the Common, Buddhist (2567) and Minguo (民國113年) eras, and words such as "2 hours ago". Lunar
 * calendars are not read. Dates that no article on the web can have are skipped.
 */
public final class DateReader {

    /** An article is not published after its capture, except for differences of time zone. */
    private static final int MAX_DAYS_AFTER_CAPTURE = 2;

    /** Dates are short; a longer value is not a date. */
    private static final int MAX_LENGTH = 200;

    /** Most letters next to the date on a line of its own: a weekday, "published", the city. */
    private static final int MAX_OTHER_LETTERS = 36;

    /** Time and zone between day and year, as Java and C print a date. */
    private static final Pattern INNER_TIME =
            Pattern.compile("\\s(\\d{1,2}:\\d{2}:\\d{2})\\s([A-Z+-][A-Z0-9:+-]{1,8})?");

    /** A year before the Common Era, or of more than four digits (ISO 8601, section 4.1.2.4). */
    private static final Pattern SIGNED_YEAR = Pattern.compile("[+-]\\d{4,10}-\\d");

    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\d{3})?");
    private static final Pattern COMPACT =
            Pattern.compile("((?:19|20)\\d{2})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?:T?(\\d{2})(\\d{2})(\\d{2})?Z?)?");
    private static final Pattern PARTIAL = Pattern.compile("((?:19|20)\\d{2})(?:-(0[1-9]|1[0-2]))?");

    /** /2024/05/31/, /2024-05-31-, /20240531/, t20240531_, -20240531093015123.htm; a month alone is not precise enough. */
    private static final Pattern IN_PATH = Pattern.compile(
            "(?<![\\d])(19|20)(\\d{2})([-/_]?)(0[1-9]|1[0-2]|(?<=/)[1-9](?=/))\\3(0[1-9]|[12]\\d|3[01]|(?<=/)[1-9](?=[/.]))"
                    + "(?:(?!\\d)|(?:[01]\\d|2[0-3])(?:[0-5]\\d){2}(?:\\d{3})?(?!\\d))");

    private static final Pattern MONTH_IN_PATH = Pattern.compile("/(20\\d{2})[/-](0[1-9]|1[0-2])(?=[/-])");

    private final DateConvention convention;
    private final Instant captured;

    /**
     * Reads for one page.
     *
     * @param convention how its outlet writes dates
     * @param captured when the page was captured, null where unknown
     */
    public DateReader(DateConvention convention, Instant captured) {
        this.convention = convention;
        this.captured = captured;
    }

    /** The first complete and plausible date in the first characters of a text. */
    Optional<PublicationDate> find(String text) {
        return find(ascii(text), date -> true);
    }

    /** The date of a line that contains little else. */
    public Optional<PublicationDate> onLine(String line) {
        if (line.chars().noneMatch(Character::isDigit) && line.indexOf('年') < 0) {
            return Optional.empty();
        }
        String text = ascii(TextNormaliser.line(line));
        long letters = letters(text);
        if (letters > 2 * MAX_OTHER_LETTERS) {
            return Optional.empty();
        }
        return find(text, span -> letters - letters(text.substring(span.start, span.end)) <= MAX_OTHER_LETTERS);
    }

    /** Letters of a text; a Chinese character stands for a word of three. */
    private static long letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToLong(c -> Character.isIdeographic(c) ? 3 : 1)
                .sum();
    }

    /** A machine-readable value: as {@link #find}, and epochs, compact dates, months and years. */
    public Optional<PublicationDate> value(String value) {
        String text = ascii(value.strip());
        if (SIGNED_YEAR.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(Long.parseLong(epoch.group(1)), 0, ZoneOffset.UTC);
            return plausible(
                    PublicationDate.of(time, Optional.of(ZoneOffset.UTC), ZoneOffset.UTC, DatePrecision.second));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return compact(compact).flatMap(this::plausible);
        }
        Matcher partial = PARTIAL.matcher(text);
        if (partial.matches()) {
            boolean month = partial.group(2) != null;
            LocalDate first =
                    LocalDate.of(Integer.parseInt(partial.group(1)), month ? Integer.parseInt(partial.group(2)) : 1, 1);
            return plausible(PublicationDate.of(first, month ? DatePrecision.month : DatePrecision.year));
        }
        return find(text, span -> true);
    }

    /** The day in the path of an address. */
    public Optional<PublicationDate> inPath(String path) {
        Matcher matcher = IN_PATH.matcher(path.substring(0, Math.min(path.length(), 10 * MAX_LENGTH)));
        while (matcher.find()) {
            Optional<PublicationDate> date = day(
                            Integer.parseInt(matcher.group(1) + matcher.group(2)),
                            Integer.parseInt(matcher.group(4)),
                            Integer.parseInt(matcher.group(5)))
                    .map(day -> PublicationDate.of(day, DatePrecision.day))
                    .flatMap(this::plausible);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** The month in the path of an address, such as /2024/05/. */
    public Optional<YearMonth> monthInPath(String path) {
        Matcher matcher = MONTH_IN_PATH.matcher(path.substring(0, Math.min(path.length(), 10 * MAX_LENGTH)));
        return matcher.find()
                ? Optional.of(YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** A day on which the page may have been published. */
    Optional<PublicationDate> on(LocalDate day) {
        return plausible(PublicationDate.of(day, DatePrecision.day));
    }

    /** The year of the capture and those before it, the latest first; none if the capture date is unknown. */
    Stream<Integer> yearsBeforeCapture(int years) {
        return captured == null
                ? Stream.empty()
                : Stream.iterate(captured.atOffset(convention.offset()).getYear(), year -> year - 1)
                        .limit(years);
    }

    /** A date relative to the capture: "2 jam lalu", "昨天 10:30"; empty where the capture date is unknown. */
    public Optional<PublicationDate> relative(String line) {
        return captured == null || line.length() > MAX_LENGTH
                ? Optional.empty()
                : RelativeDate.read(DateDigits.ascii(TextNormaliser.line(line)), captured, convention.offset())
                        .flatMap(this::plausible);
    }

    /**
     * Whether a machine-readable time in UTC equals the local time that is printed on the page: 10:08Z for 10:08 WIB. Many
     * publishing systems append a Z to their local time.
     */
    public boolean isLocalTimeAsUtc(PublicationDate written, PublicationDate printed) {
        return printed.hasTime()
                && printed.zoned()
                && LocalDateTime.ofInstant(written.instant(), ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .equals(LocalDateTime.ofInstant(printed.instant(), convention.offset()));
    }

    private record Span(int start, int end) {}

    /** The date of a line of an article that is the line of its date: {@link DateLine}. */
    public Optional<PublicationDate> dateLine(String line, boolean isFirst) {
        if (line.chars().noneMatch(Character::isDigit) && line.indexOf('年') < 0) {
            return Optional.empty();
        }
        String text = ascii(TextNormaliser.line(line));
        return find(text, span -> DateLine.is(text, span.start, span.end, isFirst));
    }

    private Optional<PublicationDate> find(String text, Predicate<Span> fits) {
        return DateForms.first(text, written -> read(written, text, fits));
    }

    /** The date, day first or month first; where both are possible, as the country of the outlet writes it. */
    private Optional<PublicationDate> read(DateForms.Written written, String text, Predicate<Span> fits) {
        Optional<PublicationDate> dayFirst = day(written.year(), written.month(), written.day())
                .flatMap(day -> atTime(day, written, text, fits))
                .flatMap(this::plausible);
        if (!written.inFigures() || written.day() == written.month()) {
            return dayFirst;
        }
        Optional<PublicationDate> monthFirst = day(written.year(), written.day(), written.month())
                .flatMap(day -> atTime(day, written, text, fits))
                .flatMap(this::plausible);
        if (dayFirst.isPresent() && monthFirst.isPresent()) {
            Optional<DayOfWeek> weekday = DateCues.weekdayBeside(text, written.start(), written.end());
            boolean fitsDayFirst =
                    weekday.equals(Optional.of(dayFirst.get().day().getDayOfWeek()));
            boolean fitsMonthFirst =
                    weekday.equals(Optional.of(monthFirst.get().day().getDayOfWeek()));
            if (fitsDayFirst != fitsMonthFirst) {
                return fitsDayFirst
                        ? dayFirst.map(date -> date.inOrder(DayMonth.day_first))
                        : monthFirst.map(date -> date.inOrder(DayMonth.month_first));
            }
            return Optional.of(
                    convention.monthFirst()
                            ? monthFirst.get().orSwapped(dayFirst.get().instant())
                            : dayFirst.get().orSwapped(monthFirst.get().instant()));
        }
        return dayFirst.map(date -> date.inOrder(DayMonth.day_first))
                .or(() -> monthFirst.map(date -> date.inOrder(DayMonth.month_first)));
    }

    private Optional<PublicationDate> atTime(
            LocalDate day, DateForms.Written written, String text, Predicate<Span> fits) {
        Matcher inner = INNER_TIME.matcher(text.substring(written.start(), written.end()));
        Optional<ClockTime> clock = inner.find()
                ? ClockTime.after(inner.group(1) + (inner.group(2) == null ? "" : " " + inner.group(2)), 0)
                : ClockTime.after(text, written.end()).or(() -> ClockTime.before(text, written.start()));
        var span = new Span(
                Math.min(written.start(), clock.map(ClockTime::start).orElse(written.start())),
                Math.max(written.end(), clock.map(ClockTime::end).orElse(written.end())));
        if (!fits.test(span)) {
            return Optional.empty();
        }
        // A midnight without an offset is what systems fill in where only the day is known.
        return Optional.of(
                clock.filter(time -> time.offset().isPresent() || !time.time().equals(LocalTime.MIDNIGHT))
                        .map(time -> PublicationDate.of(
                                day.atTime(time.time()),
                                time.offset(),
                                convention.offset(),
                                time.hasSeconds() ? DatePrecision.second : DatePrecision.minute))
                        .orElseGet(() -> PublicationDate.of(day, DatePrecision.day)));
    }

    private Optional<PublicationDate> compact(Matcher matcher) {
        return day(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)))
                .map(day -> {
                    if (matcher.group(4) == null) {
                        return PublicationDate.of(day, DatePrecision.day);
                    }
                    int second = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
                    LocalDateTime time = day.atStartOfDay()
                            .plusHours(Integer.parseInt(matcher.group(4)))
                            .plusMinutes(Integer.parseInt(matcher.group(5)))
                            .plusSeconds(second);
                    Optional<ZoneOffset> offset =
                            matcher.group().endsWith("Z") ? Optional.of(ZoneOffset.UTC) : Optional.empty();
                    return PublicationDate.of(
                            time,
                            offset,
                            convention.offset(),
                            matcher.group(6) == null ? DatePrecision.minute : DatePrecision.second);
                });
    }

    /** The day, if there is one. */
    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // Looks like a date but is none (31 February): the next one may be one.
            return Optional.empty();
        }
    }

    private Optional<PublicationDate> plausible(PublicationDate date) {
        boolean possible = NewsTime.isPossible(date.day()) && NewsTime.isPossible(date.instant());
        boolean future =
                captured != null && date.instant().isAfter(captured.plus(MAX_DAYS_AFTER_CAPTURE, ChronoUnit.DAYS));
        return possible && !future ? Optional.of(date) : Optional.empty();
    }

    private static String ascii(String text) {
        return DateDigits.ascii(text.substring(0, Math.min(text.length(), MAX_LENGTH)));
    }
}
