package org.lintas.extract.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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
 */
public record PublicationDate(
        Instant instant, DatePrecision precision, LocalDate day, boolean zoned, DateOrigin origin) {

    /** A day, or the first one of the month or year that is known. */
    static PublicationDate of(LocalDate day, DatePrecision precision) {
        return new PublicationDate(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(), precision, day, false, DateOrigin.text);
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
                DateOrigin.text);
    }

    public PublicationDate from(DateOrigin found) {
        return new PublicationDate(instant, precision, day, zoned, found);
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
