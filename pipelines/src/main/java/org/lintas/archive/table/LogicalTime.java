package org.lintas.archive.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.lintas.text.NewsTime;

/** Formats numeric dates and times since 1970 in ISO 8601. */
public final class LogicalTime {

    private LogicalTime() {}

    /**
     * A time as text, such as 2025-10-16T03:00:00Z.
     *
     * @param since time since 1970-01-01T00:00Z, in units
     * @return the text, or the number itself if it is out of range
     */
    public static String instant(long since, ChronoUnit unit) {
        try {
            Instant time = Instant.EPOCH.plus(since, unit);
            return signed(time.toString(), NewsTime.isPossible(time));
        } catch (DateTimeException | ArithmeticException e) {
            return Long.toString(since);
        }
    }

    /** A date as text, from days since 1970-01-01; the number itself if it is out of range. */
    public static String date(long days) {
        try {
            LocalDate day = LocalDate.ofEpochDay(days);
            return signed(day.toString(), NewsTime.isPossible(day));
        } catch (DateTimeException e) {
            return Long.toString(days);
        }
    }

    /**
     * Adds a plus sign to times after the plausible range, so that a year such as 2642 is not interpreted as a year of
     * the Buddhist era.
     */
    private static String signed(String time, boolean isPossible) {
        boolean far = !isPossible && time.compareTo(NewsTime.END.toString()) >= 0;
        return far ? "+" + time : time;
    }
}
