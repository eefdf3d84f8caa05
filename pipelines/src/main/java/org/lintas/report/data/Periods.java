package org.lintas.report.data;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Periods that cover a range of days without gaps: weeks, months, quarters or years, the finest that are not too many.
 *
 * @param unit week, month, quarter or year
 * @param starts first days, ISO 8601, as {@code date_trunc(unit, day)} gives them
 */
record Periods(String unit, List<String> starts) {

    private static final int MOST_WEEKS = 30;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /**
     * The periods from the one with the first day to the one with the last, both ISO 8601.
     *
     * @param most most months, and most quarters
     */
    static Periods between(String first, String last, int most) {
        LocalDate from = LocalDate.parse(first);
        LocalDate to = LocalDate.parse(last);
        if (ChronoUnit.WEEKS.between(from, to) < MOST_WEEKS) {
            return of("week", from, to);
        }
        if (ChronoUnit.MONTHS.between(from, to) < most) {
            return of("month", from, to);
        }
        return of(ChronoUnit.MONTHS.between(from, to) < 3L * most ? "quarter" : "year", from, to);
    }

    private static Periods of(String unit, LocalDate from, LocalDate to) {
        var starts = new ArrayList<String>();
        for (LocalDate start = start(unit, from); !start.isAfter(to); start = next(unit, start)) {
            starts.add(start.toString());
        }
        return new Periods(unit, starts);
    }

    private static LocalDate start(String unit, LocalDate day) {
        return switch (unit) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            default -> day.withDayOfYear(1);
        };
    }

    private static LocalDate next(String unit, LocalDate start) {
        return switch (unit) {
            case "week" -> start.plusWeeks(1);
            case "month" -> start.plusMonths(1);
            case "quarter" -> start.plusMonths(3);
            default -> start.plusYears(1);
        };
    }

    /** The name of the period that starts on a day: {@code 3 Nov 2025}, {@code Nov 2025}, {@code 2025 Q4} or {@code 2025}. */
    String name(String start) {
        LocalDate day = LocalDate.parse(start);
        return switch (unit) {
            case "week" -> DAY.format(day);
            case "month" -> MONTH.format(day);
            case "quarter" -> day.getYear() + " Q" + (day.getMonthValue() + 2) / 3;
            default -> String.valueOf(day.getYear());
        };
    }
}
