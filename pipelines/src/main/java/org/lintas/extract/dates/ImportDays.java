package org.lintas.extract.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lintas.record.DayMonth;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.OutletDates;
import org.lintas.schemas.DateOrigin;
import org.lintas.schemas.DatePrecision;

/**
 * Whether the dates that an archive states for the articles of an outlet are those of a crawl or an import. Articles open with the day of
 * publication or one shortly before it; those of an import open with days long before the stated one, and never with later ones. Then the
 * day of the opening counts, and that of a date line even if it is near the stated one. On a day of an import, articles without such
 * an opening have no date.
 */
public final class ImportDays {

    /** Outlets report within so many days; a larger difference is a contradiction. */
    public static final int NEAR = 3;

    /** So many openings at least have to contradict an outlet, and so many one of its days. */
    private static final int MIN_OF_OUTLET = 20;

    private static final int MIN_OF_DAY = 10;

    /** The share of the openings that contradict at least. */
    private static final double SHARE = 0.2;

    /** The share of the openings with a later day that is put down to slips. */
    private static final double SLIPS = 0.05;

    private static final Set<String> STATED = Set.of(
            DateOrigin.field.name(),
            DateOrigin.json_ld.name(),
            DateOrigin.opengraph.name(),
            DateOrigin.meta.name(),
            DateOrigin.time_element.name());

    private ImportDays() {}

    /** The counts of a draft: for its outlet, where it opens with a day, and for the day that is stated. */
    public static List<OutletDates> of(Draft draft) {
        if (!isStated(draft)) {
            return List.of();
        }
        var counts = new ArrayList<OutletDates>();
        LocalDate stated = day(draft.getPublishedAt());
        OutletDates.Builder day = DateOrder.builder(draft, "published_at", draft.getPublishedOrigin())
                .setDay(stated.toString())
                .setArticles(1);
        if (draft.getToldAt() != null) {
            long later = ChronoUnit.DAYS.between(stated, day(draft.getToldAt()));
            day.setAgreeing(Math.abs(later) <= NEAR ? 1 : 0)
                    .setEarlier(later < -NEAR ? 1 : 0)
                    .setLater(later > NEAR ? 1 : 0);
            counts.add(OutletDates.newBuilder(day).setDay("").setArticles(0).build());
        }
        counts.add(day.build());
        return counts;
    }

    /** Whether counts tell enough to be kept: openings contradict an outlet, or many do one of its days. */
    public static boolean isTold(OutletDates dates) {
        return dates.getEarlier() >= (dates.getDay().isEmpty() ? MIN_OF_OUTLET : MIN_OF_DAY);
    }

    /** Whether the stated dates that were counted are those of an import. */
    static boolean isImport(OutletDates dates) {
        long told = dates.getAgreeing() + dates.getEarlier() + dates.getLater();
        return isTold(dates) && dates.getEarlier() >= SHARE * told && dates.getLater() <= SLIPS * told;
    }

    /**
     * A draft with the date that its opening tells, where the stated one is that of an import; with none where nothing tells.
     *
     * @param told what the dates of outlets tell, by {@link DateOrder#key}
     */
    public static Draft settle(Draft draft, Map<String, OutletDates> told) {
        boolean isOfOutlet = false;
        boolean isOfDay = false;
        for (OutletDates own : of(draft)) {
            OutletDates found = told.get(DateOrder.key(own));
            boolean isImport = found != null && found.getIsImport();
            isOfOutlet |= isImport && own.getDay().isEmpty();
            isOfDay |= isImport && !own.getDay().isEmpty();
        }
        if (draft.getToldAt() == null) {
            return isOfDay ? dated(draft, null, null, null) : draft;
        }
        long later = ChronoUnit.DAYS.between(day(draft.getPublishedAt()), day(draft.getToldAt()));
        boolean isDateLine = DateOrigin.text.name().equals(draft.getToldOrigin());
        boolean counts = isOfDay ? later <= NEAR : isOfOutlet && later < (isDateLine ? 0 : -NEAR);
        return counts ? dated(draft, draft.getToldAt(), draft.getToldPrecision(), draft.getToldOrigin()) : draft;
    }

    private static Draft dated(Draft draft, Instant published, String precision, String origin) {
        return Drafts.with(draft, dated -> {
            dated.setPublishedAt(published);
            dated.setPublishedPrecision(precision);
            dated.setPublishedOrigin(origin);
            dated.setPublishedOrder(DayMonth.plain);
            dated.setPublishedSwapped(null);
        });
    }

    private static boolean isStated(Draft draft) {
        String precision = draft.getPublishedPrecision();
        return draft.getPublishedAt() != null
                && draft.getPublishedOrigin() != null
                && STATED.contains(draft.getPublishedOrigin())
                && draft.getPublishedOrder() != DayMonth.either
                && !DatePrecision.month.name().equals(precision)
                && !DatePrecision.year.name().equals(precision);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
