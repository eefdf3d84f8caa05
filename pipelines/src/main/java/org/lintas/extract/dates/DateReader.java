package org.lintas.extract.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.schemas.DatePrecision;
import org.lintas.text.LowerCase;
import org.lintas.text.NewsTime;
import org.lintas.text.TextNormaliser;

/**
 * Reads dates as the press of the region writes them: ISO 8601, numeric dates, month names of eleven languages, native digits and
 * Chinese numerals, years of the Common, Buddhist (2567) and Minguo (民國113年) eras, and words such as "2 hours ago". Lunar
 * calendars are not read. Dates that no article on the web can have are skipped.
 */
public final class DateReader {

    /** Years of the Buddhist era are 543 ahead, those of the Minguo era 1911 behind. */
    private static final int BUDDHIST = 543;

    private static final int MINGUO = 1911;

    /** An article is not published after its capture, except for differences of time zone. */
    private static final int MAX_DAYS_AFTER_CAPTURE = 2;

    /** Dates are short; a longer value is not a date. */
    private static final int MAX_LENGTH = 200;

    /** Most letters next to the date on a line of its own: a weekday, "published", the city. */
    private static final int MAX_OTHER_LETTERS = 36;

    /**
     * A way to write a date.
     *
     * @param named whether the month is written as a name
     */
    private record Form(Pattern pattern, boolean named) {}

    private static final String NAME = "(?<name>" + MonthNames.PATTERN + ")";
    private static final String YEAR = "(?<y>\\d{4})(?!\\d)";

    /** Year, month, day: ISO 8601 and East Asia. */
    private static final Form BIG_ENDIAN = form("(?<!\\d)" + YEAR + "[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)");

    private static final Form NUMERIC =
            form("(?<![\\d/.-])(?<d>\\d{1,2})\\s?[/.-]\\s?(?<m>\\d{1,2})\\s?[/.-]\\s?" + YEAR + "(?!/)");

    private static final Form EAST_ASIA =
            form("(?<era>民國|民国)?\\s?(?<!\\d)(?<y>\\d{2,4})\\s?年\\s?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?[日號号]");

    private static final List<Form> FORMS = List.of(
            BIG_ENDIAN,
            EAST_ASIA,
            form(
                    "(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th|hb|\\s?haribulan)?[\\s/.-]{0,2}(?:de |of |ng |ខែ\\s?|เดือน\\s?|ເດືອນ\\s?)?"
                            + NAME
                            + "\\.?[,၊/\\s-]{0,3}(?:พ\\.\\s?ศ\\.|พุทธศักราช|ค\\.\\s?ศ\\.|พ\\.ศ|năm|ឆ្នាំ|ປີ|ພ\\.ສ\\.|ຄ\\.ສ\\.|ព\\.ស\\.?|គ\\.ស\\.?)?\\s?(?<y>\\d{4}(?!\\d)|'?\\d{2}(?!\\d))"),
            form(NAME + "\\.?[\\s-]?(?<d>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?[,၊\\s-]{1,3}" + YEAR),
            form("(?<!\\d)" + YEAR + "\\s?(?:ခုနှစ်|ခု)?[၊,\\s-]{0,3}" + NAME + "(?:လ)?[\\s-]?(?<d>\\d{1,2})(?!\\d)"),
            form("(?:^|\\s)" + NAME + "\\s(?<d>\\d{1,2})\\s(?:\\d{1,2}:\\d{2}:\\d{2}\\s)(?:[A-Z+-][A-Z0-9:+-]{1,8}\\s)?"
                    + YEAR),
            NUMERIC,
            form("(?<!\\d)(?<d>\\d{1,2})\\s(?:tháng|thg)\\s(?<m>\\d{1,2})(?:,|\\snăm)?\\s" + YEAR));

    /** Time and zone between day and year, as Java and C print a date. */
    private static final Pattern INNER_TIME =
            Pattern.compile("\\s(\\d{1,2}:\\d{2}:\\d{2})\\s([A-Z+-][A-Z0-9:+-]{1,8})?");

    /** A year before the Common Era, or of more than four digits (ISO 8601, section 4.1.2.4). */
    private static final Pattern SIGNED_YEAR = Pattern.compile("[+-]\\d{4,10}-\\d");

    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\d{3})?");
    private static final Pattern COMPACT =
            Pattern.compile("((?:19|20)\\d{2})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?:T?(\\d{2})(\\d{2})(\\d{2})?Z?)?");
    private static final Pattern PARTIAL = Pattern.compile("((?:19|20)\\d{2})(?:-(0[1-9]|1[0-2]))?");

    /** /2024/05/31/, /2024-05-31-, /20240531/, t20240531_; a month alone is not precise enough. */
    private static final Pattern IN_PATH = Pattern.compile(
            "(?<![\\d])(19|20)(\\d{2})([-/_]?)(0[1-9]|1[0-2]|(?<=/)[1-9](?=/))\\3(0[1-9]|[12]\\d|3[01]|(?<=/)[1-9](?=[/.]))(?!\\d)");

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
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (letters > 2 * MAX_OTHER_LETTERS) {
            return Optional.empty();
        }
        return find(
                text,
                span -> letters
                                - text.substring(span.start, span.end)
                                        .codePoints()
                                        .filter(Character::isLetter)
                                        .count()
                        <= MAX_OTHER_LETTERS);
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

    private Optional<PublicationDate> find(String text, Predicate<Span> fits) {
        boolean named = MonthNames.isIn(LowerCase.of(text));
        for (Form form : FORMS) {
            if (form.named && !named) {
                continue;
            }
            Matcher matcher = form.pattern.matcher(text);
            while (matcher.find()) {
                Optional<PublicationDate> date = read(form, matcher, text, fits).flatMap(this::plausible);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PublicationDate> read(Form form, Matcher matcher, String text, Predicate<Span> fits) {
        String name = form.named ? matcher.group("name") : null;
        String era = form.equals(EAST_ASIA) ? matcher.group("era") : null;
        int day = Integer.parseInt(matcher.group("d"));
        OptionalInt month =
                name == null ? OptionalInt.of(Integer.parseInt(matcher.group("m"))) : MonthNames.number(name);
        OptionalInt year = year(matcher.group("y"), name, era);
        if (month.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        int m = month.getAsInt();
        boolean swapped = form.equals(NUMERIC) && (convention.monthFirst() ? day <= 12 : m > 12);
        Optional<LocalDate> date = swapped ? day(year.getAsInt(), day, m) : day(year.getAsInt(), m, day);
        return date.flatMap(found -> atTime(found, matcher, text, fits));
    }

    private Optional<PublicationDate> atTime(LocalDate day, Matcher matcher, String text, Predicate<Span> fits) {
        Matcher inner = INNER_TIME.matcher(matcher.group());
        Optional<ClockTime> clock = inner.find()
                ? ClockTime.after(inner.group(1) + (inner.group(2) == null ? "" : " " + inner.group(2)), 0)
                : ClockTime.after(text, matcher.end()).or(() -> ClockTime.before(text, matcher.start()));
        var span = new Span(
                Math.min(matcher.start(), clock.map(ClockTime::start).orElse(matcher.start())),
                Math.max(matcher.end(), clock.map(ClockTime::end).orElse(matcher.end())));
        if (!fits.test(span)) {
            return Optional.empty();
        }
        return Optional.of(clock.map(time -> PublicationDate.of(
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

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // Looks like a date but is none (31 February): the next form may match.
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

    private static Form form(String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Form(pattern, regex.contains(NAME));
    }
}
