package org.lintas.archive.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.lintas.text.NewsTime;

/** Dates and times that tables hold as numbers since 1970, written as ISO 8601 says. */
public final class LogicalTime {

    private LogicalTime() {}

    /**
     * A time as text, such as 2025-10-16T03:00:00Z.
     *
     * @param since 1970-01-01T00:00Z, in units
     * @return the number itself where it is no time
     */
    public static String instant(long since, ChronoUnit unit) {
        try {
            Instant time = Instant.EPOCH.plus(since, unit);
            return signed(time.toString(), NewsTime.isPossible(time));
        } catch (DateTimeException | ArithmeticException e) {
            return Long.toString(since);
        }
    }

    /** A date as text, from its days since 1970-01-01; the number itself where it is no date. */
    public static String date(long days) {
        try {
            LocalDate day = LocalDate.ofEpochDay(days);
            return signed(day.toString(), NewsTime.isPossible(day));
        } catch (DateTimeException e) {
            return Long.toString(days);
        }
    }

    /** With a sign where a page cannot have the time: or 2642 would be read as a year of the Buddhist era, which numbers never are. */
    private static String signed(String time, boolean isPossible) {
        boolean far = !isPossible && time.compareTo(NewsTime.END.toString()) >= 0;
        return far ? "+" + time : time;
    }
}
