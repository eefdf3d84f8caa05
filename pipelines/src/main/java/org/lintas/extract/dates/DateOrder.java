package org.lintas.extract.dates;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lintas.record.DayMonth;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
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

    /** What is counted together: an outlet, a column, an origin and, where days are told apart, a day. */
    public static String key(OutletDates dates) {
        String key = String.join("\t", dates.getOutlet(), dates.getColumn(), dates.getOrigin());
        return dates.getDay().isEmpty() ? key : key + "\t" + dates.getDay();
    }

    /** The sum of counts of the same key. */
    public static OutletDates sum(OutletDates one, OutletDates other) {
        return OutletDates.newBuilder(one)
                .setDayFirst(one.getDayFirst() + other.getDayFirst())
                .setMonthFirst(one.getMonthFirst() + other.getMonthFirst())
                .setEither(one.getEither() + other.getEither())
                .setArticles(one.getArticles() + other.getArticles())
                .setAgreeing(one.getAgreeing() + other.getAgreeing())
                .setEarlier(one.getEarlier() + other.getEarlier())
                .setLater(one.getLater() + other.getLater())
                .build();
    }

    /**
     * The counts with what they tell: whether the dates are those of an import; the order, and how sure it is: the share of the dates
     * in it, two more being against it by half.
     */
    public static OutletDates decided(OutletDates dates) {
        long most = Math.max(dates.getDayFirst(), dates.getMonthFirst());
        long told = dates.getDayFirst() + dates.getMonthFirst();
        boolean tells = most > MAJORITY * told;
        DayMonth order = dates.getDayFirst() > dates.getMonthFirst() ? DayMonth.day_first : DayMonth.month_first;
        return OutletDates.newBuilder(dates)
                .setOrder(tells ? order : DayMonth.either)
                .setIsImport(ImportDays.isImport(dates))
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
        return Drafts.with(draft, settled -> {
            if (draft.getPublishedOrder() == DayMonth.either) {
                if (isSwapped(draft, published)) {
                    settled.setPublishedAt(draft.getPublishedSwapped());
                }
                settled.setIsDayMonthUnsure(published == null || published.getSureness() < SURE);
            }
            if (draft.getModifiedOrder() == DayMonth.either && isSwapped(draft, modified)) {
                settled.setModifiedAt(draft.getModifiedSwapped());
            }
        });
    }

    /** Whether the outlet's dates tell another order than the convention of its country, in which the draft has been read. */
    private static boolean isSwapped(Draft draft, OutletDates told) {
        boolean monthFirst = DateConvention.of(draft.getUrlHost(), draft.getSource(), draft.getDeclaredLanguage())
                .monthFirst();
        return told != null
                && told.getOrder() != DayMonth.either
                && (told.getOrder() == DayMonth.month_first) != monthFirst;
    }

    private static OutletDates count(Draft draft, String column, String origin, DayMonth order) {
        return builder(draft, column, origin)
                .setDayFirst(order == DayMonth.day_first ? 1 : 0)
                .setMonthFirst(order == DayMonth.month_first ? 1 : 0)
                .setEither(order == DayMonth.either ? 1 : 0)
                .build();
    }

    /** No counts, of a column of the outlet of a draft. */
    static OutletDates.Builder builder(Draft draft, String column, String origin) {
        return OutletDates.newBuilder()
                .setOutlet(outlet(draft))
                .setColumn(column)
                .setOrigin(origin == null ? "" : origin)
                .setDayFirst(0)
                .setMonthFirst(0)
                .setEither(0);
    }

    /** The site of the outlet, such as detik.com for finance.detik.com; its name where there is no address. */
    private static String outlet(Draft draft) {
        String name = draft.getUrlHost() == null ? draft.getSource() : WebAddress.site(draft.getUrlHost());
        String known = name == null ? draft.getArchiveFile() : name;
        return known.substring(0, Math.min(known.length(), MAX_NAME)).toLowerCase(Locale.ROOT);
    }
}
