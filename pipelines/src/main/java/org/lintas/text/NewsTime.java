package org.lintas.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Plausible times at which a web page was captured, published or changed: from 1990 to the end of 2099, in UTC. Times
 * outside of these bounds come from unset clocks or wrong units and are ignored. All times within them can be
 * represented by readers of the datasets, including those with 64-bit nanoseconds (1677 to 2262).
 */
public final class NewsTime {

    /** The first day. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    /** The day after the last. */
    public static final LocalDate END = LocalDate.of(2100, 1, 1);

    private static final Instant FIRST = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST =
            END.atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);

    private NewsTime() {}

    /** The time, if it is plausible. */
    public static Optional<Instant> of(Instant time) {
        return Optional.of(time).filter(NewsTime::isPossible);
    }

    /** Whether a time is plausible for a page. */
    public static boolean isPossible(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** Whether a date is plausible for a page, in any time zone. */
    public static boolean isPossible(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && day.isBefore(END);
    }
}
