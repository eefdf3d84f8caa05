package org.lintas.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The times that a page of the web can have been captured, published or changed at: from 1990, when there was no web yet, to the end of
 * 2099, in UTC. Whatever an archive says outside of these bounds is no time, but an unset clock or a wrong unit. All readers of the
 * datasets can tell times within them, those too that count nanoseconds in 64 bits (1677 to 2262).
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

    /** A time, if it is one that a page can have. */
    public static Optional<Instant> of(Instant time) {
        return Optional.of(time).filter(NewsTime::isPossible);
    }

    /** Whether a page can have a time. */
    public static boolean isPossible(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** Whether a page can have a date, whatever the time zone of its writer. */
    public static boolean isPossible(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && day.isBefore(END);
    }
}
