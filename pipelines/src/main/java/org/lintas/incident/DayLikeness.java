package org.lintas.incident;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import org.lintas.incident.Likeness.Kind;

/** What the days of two reports, told or of publication, say of whether they are of one incident. */
final class DayLikeness {

    /** No day is shared. */
    static final int NONE = Integer.MAX_VALUE;

    /** Shares of reports that have a day or a month, before any was counted. */
    private static final double USUAL_DAY = .004;

    private static final double USUAL_MONTH = .06;

    /** Reports that are further apart are never joined, if both have a date. */
    static final int FOLLOW_UP_DAYS = 500;

    /** Event days that are further apart are of two incidents. */
    private static final int MAX_APART = 3;

    private static final int DAYS_OF_YEAR = 365;

    /** What a day that is shared loses for each day that a text tells before it: its first ones are those of the event. */
    private static final double FURTHER_DAY = .4;

    private static final int MAX_FURTHER = 4;

    /** What a day counts that both texts tell and that is not the day of what both report. */
    private static final double BACKGROUND = 1.5;

    /** So many reports of one outlet and day, and so large a share of all of the outlet's, are of a day of a crawl. */
    private static final int MANY_OF_DAY = 10;

    private static final double SHARE_OF_DAY = .1;

    private final Frequencies frequencies;

    DayLikeness(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    /**
     * Adds what their days say, those of the event or of publication.
     *
     * @param told the day that both texts tell
     */
    void compare(Report a, Report b, int told, Comparison keys) {
        boolean isFollowUp = a.article().getIsFollowUp() || b.article().getIsFollowUp();
        double month = month(a, b);
        if (a.day().isPresent() && b.day().isPresent()) {
            int day = a.day().getAsInt();
            int apart = Math.abs(day - b.day().getAsInt());
            double rarity = frequencies.rarity(Keys.day(day), USUAL_DAY);
            if (told != NONE && apart > MAX_APART) {
                keys.add(Kind.DAY, Days.text(told), told(a, b, told, isFollowUp ? 1.5 : 3.0));
            } else if (apart > 1 && month > 0) {
                keys.add(Kind.DAY, "", month);
            } else if (!a.tellsDay() || !b.tellsDay()) {
                // News is of the day before, more often than of the same day.
                double weight = Math.max(isFollowUp ? -2 : -4, rarity - 1.5 - .8 * Math.max(0, apart - 1));
                keys.add(Kind.DAY, Days.text(day), isCrawled(a, b) ? Math.min(0, weight) : weight);
            } else if (apart <= MAX_APART) {
                keys.add(Kind.DAY, Days.text(day), Math.max(-3, rarity - (apart == 0 ? .7 : 2 + 1.5 * apart)));
            } else {
                keys.add(Kind.DAY, "", isFollowUp ? -2 : -3);
            }
        } else if (told != NONE) {
            keys.add(Kind.DAY, Days.text(told), told(a, b, told, 1));
        } else if (!Keys.days(a).isEmpty() && !Keys.days(b).isEmpty() && !isFollowUp) {
            keys.add(Kind.DAY, "", -2.5);
        }
    }

    /** What a day says that both texts tell. */
    private double told(Report a, Report b, int told, double less) {
        double weight = frequencies.rarity(Keys.day(told), USUAL_DAY) - less - further(a, b, told);
        return isOfBoth(a, b, told) ? weight : Math.min(BACKGROUND, weight);
    }

    /** What a shared day loses for the days that the texts tell before it. */
    private static double further(Report a, Report b, int told) {
        return FURTHER_DAY * (Math.min(MAX_FURTHER, before(a, told)) + Math.min(MAX_FURTHER, before(b, told)));
    }

    /** Days that a text tells before one. */
    static int before(Report report, int told) {
        List<Integer> days = report.article().getDays();
        int at = days.indexOf(told);
        return at >= 0
                ? at
                : Math.max(0, days.stream().map(Keys::withoutYear).toList().indexOf(told));
    }

    /**
     * Whether a day that two texts tell is that of the event of both, or of what one of them follows up; if not it is background, as the day on which
     * an affair began or of an earlier attack.
     */
    static boolean isOfBoth(Report a, Report b, int told) {
        boolean isFollowUp = a.article().getIsFollowUp() || b.article().getIsFollowUp();
        var day = OptionalInt.of(told);
        // Texts of one language have words to tell it by.
        return told != NONE
                && (a.isSameLanguage(b)
                        || isFollowUp
                        || (!isApart(a.dayOfYear(), day) && !isApart(b.dayOfYear(), day)));
    }

    /** Whether the day of one of two events is told without a year or of a text without a date, and is not that of the other. */
    static boolean areApart(Report a, Report b) {
        boolean isDated = a.day().isPresent() && b.day().isPresent();
        boolean isFollowUp = a.article().getIsFollowUp() || b.article().getIsFollowUp();
        return !isDated && !isFollowUp && isApart(a.dayOfYear(), b.dayOfYear());
    }

    /** Whether two days of any year are too far apart for one event. */
    private static boolean isApart(OptionalInt one, OptionalInt other) {
        return apart(one, other) > MAX_APART;
    }

    /** Days between two events in any year; 0 if one is unknown. */
    static int daysOfYearApart(Report a, Report b) {
        return apart(a.dayOfYear(), b.dayOfYear());
    }

    private static int apart(OptionalInt one, OptionalInt other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int apart = Math.abs(dayOfYear(one.getAsInt()) - dayOfYear(other.getAsInt()));
        return Math.min(apart, DAYS_OF_YEAR - apart);
    }

    /** Whether they were published so far apart that they are never joined. */
    static boolean areFarApart(Report a, Report b) {
        return areApartByMore(a, b, FOLLOW_UP_DAYS);
    }

    /** Whether they were published more days apart than these; not if one has no date. */
    static boolean areApartByMore(Report a, Report b, int days) {
        return a.published().isPresent()
                && b.published().isPresent()
                && Math.abs(a.published().getAsInt() - b.published().getAsInt()) > days;
    }

    private static int dayOfYear(int day) {
        int withoutYear = -Keys.withoutYear(day);
        // A leap year has all days.
        return MonthDay.of(withoutYear / 100, withoutYear % 100).atYear(2000).getDayOfYear();
    }

    /** What it says that one follows up an event of the month in which that of the other was. */
    private double month(Report a, Report b) {
        double best = 0;
        for (Report[] pair : new Report[][] {{a, b}, {b, a}}) {
            if (pair[0].day().isPresent() && pair[1].article().getIsFollowUp()) {
                int month = ReportReader.month(
                        YearMonth.from(LocalDate.ofEpochDay(pair[0].day().getAsInt())));
                if (pair[1].article().getMonths().contains(month)) {
                    best = Math.max(best, frequencies.rarity(Keys.month(month), USUAL_MONTH) - 1);
                }
            }
        }
        return best;
    }

    /**
     * Whether their publication says nothing of when it happened: both are of one outlet and day, or one is of a day on which its outlet published a
     * good share of all that it has, as sites do whose date is that of a crawl.
     */
    private boolean isCrawled(Report a, Report b) {
        boolean isSame = a.outlet().isPresent()
                && a.outlet().equals(b.outlet())
                && a.published().equals(b.published());
        return isSame || isCrawled(a) || isCrawled(b);
    }

    private boolean isCrawled(Report report) {
        if (report.tellsDay() || report.outlet().isEmpty() || report.published().isEmpty()) {
            return false;
        }
        List<Long> keys = Keys.outlet(report.outlet().get(), report.published().getAsInt());
        int ofDay = frequencies.count(keys.get(0));
        return ofDay >= MANY_OF_DAY && ofDay > SHARE_OF_DAY * frequencies.count(keys.get(1));
    }

    /** The first day that both tell, without a year if one of them has none; {@link #NONE} if there is none. */
    static int sharedDay(Report a, Report b) {
        List<Integer> theirs = b.article().getDays();
        for (int day : a.article().getDays()) {
            if (theirs.contains(day)) {
                return day;
            }
        }
        for (int mine : a.article().getDays()) {
            for (int their : theirs) {
                boolean hasYears = mine >= 0 && their >= 0;
                if (!hasYears && Keys.withoutYear(mine) == Keys.withoutYear(their)) {
                    return Keys.withoutYear(mine);
                }
            }
        }
        return NONE;
    }
}
