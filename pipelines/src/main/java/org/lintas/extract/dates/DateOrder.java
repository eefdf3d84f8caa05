package org.lintas.extract.dates;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lintas.record.DayMonth;
import org.lintas.record.Draft;
import org.lintas.record.OutletDates;
import org.lintas.text.WebAddress;

/**
 * Whether an outlet writes the day or the month first, as those of its dates in figures tell that are possible in one order only
 * (30/8/2025). Data sets of several outlets and outlets of several countries differ, so that nothing but their own dates can tell.
 */
public final class DateOrder {

    /** From this sureness on the dates that can be read both ways are sure. */
    static final double SURE = 0.9;

    /** An order that fewer of the dates have is none. */
    private static final double MAJORITY = 0.75;

    private static final int MAX_NAME = 200;

    private DateOrder() {}

    /** The counts of a draft: one of each of its dates in figures. */
    public static List<OutletDates> of(Draft draft) {
        return Stream.of(
                        count(draft, "published_at", draft.getPublishedOrigin(), draft.getPublishedOrder()),
                        count(draft, "modified_at", "", draft.getModifiedOrder()))
                .filter(count -> count.getDayFirst() + count.getMonthFirst() + count.getEither() > 0)
                .toList();
    }

    /** What is counted together: an outlet, a column and an origin. */
    public static String key(OutletDates dates) {
        return String.join("\t", dates.getOutlet(), dates.getColumn(), dates.getOrigin());
    }

    /** The sum of counts of the same key. */
    public static OutletDates sum(OutletDates one, OutletDates other) {
        return OutletDates.newBuilder(one)
                .setDayFirst(one.getDayFirst() + other.getDayFirst())
                .setMonthFirst(one.getMonthFirst() + other.getMonthFirst())
                .setEither(one.getEither() + other.getEither())
                .build();
    }

    /** The counts with the order that they tell, and how sure it is: the share of the dates in it, two more being against it by half. */
    public static OutletDates decided(OutletDates dates) {
        long most = Math.max(dates.getDayFirst(), dates.getMonthFirst());
        long told = dates.getDayFirst() + dates.getMonthFirst();
        boolean tells = most > MAJORITY * told;
        DayMonth order = dates.getDayFirst() > dates.getMonthFirst() ? DayMonth.day_first : DayMonth.month_first;
        return OutletDates.newBuilder(dates)
                .setOrder(tells ? order : DayMonth.either)
                .setSureness((most + 1.0) / (told + 2))
                .build();
    }

    /**
     * A draft with its dates in the order of its outlet.
     *
     * @param published what the outlet's dates of publication tell, null if nothing
     * @param modified what its dates of changes tell, null if nothing
     */
    public static Draft settle(Draft draft, OutletDates published, OutletDates modified) {
        Draft.Builder settled = Draft.newBuilder(draft);
        if (draft.getPublishedOrder() == DayMonth.either) {
            if (isSwapped(draft, published)) {
                settled.setPublishedAt(draft.getPublishedSwapped());
            }
            settled.setIsDayMonthUnsure(published == null || published.getSureness() < SURE);
        }
        if (draft.getModifiedOrder() == DayMonth.either && isSwapped(draft, modified)) {
            settled.setModifiedAt(draft.getModifiedSwapped());
        }
        return settled.build();
    }

    /** Whether the outlet's dates tell another order than the convention of its country, in which the draft has been read. */
    private static boolean isSwapped(Draft draft, OutletDates told) {
        boolean monthFirst = DateConvention.of(draft.getUrlHost(), draft.getDeclaredLanguage())
                .monthFirst();
        return told != null
                && told.getOrder() != DayMonth.either
                && (told.getOrder() == DayMonth.month_first) != monthFirst;
    }

    private static OutletDates count(Draft draft, String column, String origin, DayMonth order) {
        return OutletDates.newBuilder()
                .setOutlet(outlet(draft))
                .setColumn(column)
                .setOrigin(origin == null ? "" : origin)
                .setDayFirst(order == DayMonth.day_first ? 1 : 0)
                .setMonthFirst(order == DayMonth.month_first ? 1 : 0)
                .setEither(order == DayMonth.either ? 1 : 0)
                .build();
    }

    /** The site of the outlet, such as detik.com for finance.detik.com; its name where there is no address. */
    private static String outlet(Draft draft) {
        String name = draft.getUrlHost() == null ? draft.getSource() : WebAddress.site(draft.getUrlHost());
        String known = name == null ? draft.getArchiveFile() : name;
        return known.substring(0, Math.min(known.length(), MAX_NAME)).toLowerCase(Locale.ROOT);
    }
}
