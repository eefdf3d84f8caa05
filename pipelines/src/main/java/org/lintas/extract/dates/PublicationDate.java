package org.lintas.extract.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
