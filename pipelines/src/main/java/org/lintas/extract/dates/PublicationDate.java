package org.lintas.extract.dates;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lintas.record.DayMonth;
import org.lintas.schemas.DateOrigin;
import org.lintas.schemas.DatePrecision;

/**
 * When an article was published or changed. A date without a time is its first instant in UTC, so that it keeps its day.
 *
 * @param instant when
 * @param precision how much of it is known
 * @param day the day as written, in the time zone of the writer
 * @param zoned whether an offset from UTC was written
 * @param origin where it was found
 * @param order in which order day and month are written
 * @param swapped the instant if day and month are meant the other way round, null if they cannot be
 */
public record PublicationDate(
        Instant instant,
        DatePrecision precision,
        LocalDate day,
        boolean zoned,
        DateOrigin origin,
        DayMonth order,
        Instant swapped) {

    private static final Duration NEAR = Duration.ofDays(4);

    /** A day, or the first one of the month or year that is known. */
    static PublicationDate of(LocalDate day, DatePrecision precision) {
        return new PublicationDate(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                precision,
                day,
                false,
                DateOrigin.text,
                DayMonth.plain,
                null);
    }

    /**
     * A time of a day.
     *
     * @param written offset that was written, empty where none was
     * @param assumed offset that is assumed then
     */
    static PublicationDate of(
            LocalDateTime time, Optional<ZoneOffset> written, ZoneOffset assumed, DatePrecision precision) {
        return new PublicationDate(
                time.toInstant(written.orElse(assumed)),
                precision,
                time.toLocalDate(),
                written.isPresent(),
                DateOrigin.text,
                DayMonth.plain,
                null);
    }

    public PublicationDate from(DateOrigin found) {
        return new PublicationDate(instant, precision, day, zoned, found, order, swapped);
    }

    /** This date, written in figures in an order that only one of them allows. */
    PublicationDate inOrder(DayMonth told) {
        return new PublicationDate(instant, precision, day, zoned, origin, told, null);
    }

    /** This date, written in figures that may also mean another instant. */
    PublicationDate orSwapped(Instant other) {
        return new PublicationDate(instant, precision, day, zoned, origin, DayMonth.either, other);
    }

    /**
     * This date in the order that another source tells, such as the text; the same where the order is clear, or where it tells neither.
     *
     * @param told a day near this one
     */
    public PublicationDate settledBy(PublicationDate told) {
        if (order != DayMonth.either) {
            return this;
        }
        boolean isNear = isNear(told.day.atStartOfDay(ZoneOffset.UTC).toInstant(), instant);
        boolean isNearSwapped = isNear(told.day.atStartOfDay(ZoneOffset.UTC).toInstant(), swapped);
        if (isNear == isNearSwapped) {
            return this;
        }
        Instant settled = isNear ? instant : swapped;
        return new PublicationDate(
                settled,
                precision,
                isNear ? day : LocalDate.ofInstant(swapped, ZoneOffset.UTC),
                zoned,
                origin,
                DayMonth.plain,
                null);
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(NEAR) <= 0;
    }

    /**
     * Whether a day is the one after this one, of which only the day is known. An article does not open with the day after its publication: that of
     * the record is then of another time zone.
     */
    public boolean isDayBefore(PublicationDate other) {
        return isDayBeside(other) && other.day.isAfter(day);
    }

    /**
     * Whether a day is the one before or after this one, of which only the day is known. The day in an address is that of the outlet, that of a
     * record may be that of another time zone.
     */
    public boolean isDayBeside(PublicationDate other) {
        return precision == DatePrecision.day
                && order != DayMonth.either
                && Math.abs(ChronoUnit.DAYS.between(day, other.day)) == 1;
    }

    /** Whether a time of the day is known. */
    public boolean hasTime() {
        return precision == DatePrecision.second || precision == DatePrecision.minute;
    }

    /** Whether another date agrees with this one and is more precise. */
    public boolean isRefinedBy(PublicationDate other) {
        boolean sameMonth = other.day.withDayOfMonth(1).equals(day.withDayOfMonth(1));
        return switch (precision) {
            case second -> false;
            case minute ->
                other.precision == DatePrecision.second
                        && !other.instant.isBefore(instant)
                        && other.instant.isBefore(instant.plusSeconds(60));
            case day -> other.hasTime() && other.day.equals(day);
            case month -> (other.hasTime() || other.precision == DatePrecision.day) && sameMonth;
            case year -> other.precision != DatePrecision.year && other.day.getYear() == day.getYear();
        };
    }
}
