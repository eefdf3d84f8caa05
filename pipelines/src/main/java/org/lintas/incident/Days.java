package org.lintas.incident;

import java.time.LocalDate;
import java.util.Locale;

/** Days as numbers: since 1970, or, where the year is unknown, -(100 * month + day). */
final class Days {

    private Days() {}

    /** As in ISO 8601: 2025-03-12, or --03-12. */
    static String text(int day) {
        return day >= 0
                ? LocalDate.ofEpochDay(day).toString()
                : String.format(Locale.ROOT, "--%02d-%02d", -day / 100, -day % 100);
    }
}
