package org.lintas.incident;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.lintas.incident.Likeness.Kind;
import org.lintas.incident.Likeness.Shared;
import org.lintas.record.ReportedCount;

/** What the figures of two reports say of whether they are of one incident. */
final class FigureLikeness {

    /** Quantities of the same goods that differ by more are of two seizures. */
    private static final double MAX_RATIO = 1.6;

    /** What a figure counts that is background: an amount of a long affair, or what texts of two languages tell late. */
    private static final double BACKGROUND = 1.5;

    /** The least quantity that another is divided by. */
    private static final double LEAST = 1e-9;

    private static final String PERSON = "person";

    private final Frequencies frequencies;

    FigureLikeness(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    /**
     * What was found.
     *
     * @param same figures that both tell
     * @param near subjects of which figures are nearly the same
     * @param people subjects of which they count people, and not the same number
     * @param ratio the largest ratio of two quantities of the same goods; 1 if there is none
     * @param wholes what the figures say that likely count all of the event
     */
    record Compared(int same, int near, int people, double ratio, Wholes wholes) {
        static final Compared NONE = new Compared(0, 0, 0, 1, Wholes.NONE);
    }

    /**
     * What figures say that likely count all of an event.
     *
     * @param same weight of the rarest that both tell, or that one of them tells rounded; 0 if there is none
     * @param people parts of which both count people so, and no number agrees
     * @param ratio the largest ratio of two quantities of goods of which none agrees; 1 if there is none
     */
    record Wholes(double same, int people, double ratio) {
        static final Wholes NONE = new Wholes(0, 0, 1);
    }

    /** Adds what the figures say. */
    void compare(Report a, Report b, Comparison keys) {
        var shared = new ArrayList<Shared>();
        double against = 0;
        int same = 0;
        int near = 0;
        int people = 0;
        double ratio = 1;
        var compared = new HashSet<List<String>>();
        for (ReportedCount mine : a.counts()) {
            if (!compared.add(List.of(mine.getSubject(), mine.getUnit()))) {
                continue;
            }
            List<ReportedCount> all = of(a, mine);
            List<ReportedCount> theirs = of(b, mine);
            if (theirs.isEmpty()) {
                continue;
            }
            // Of two that count much, some counts are the same by chance.
            double chance = StrictMath.log(Math.max(1, all.size() * theirs.size() / 2.0));
            double best = Double.POSITIVE_INFINITY;
            boolean isEqual = false;
            for (ReportedCount one : all) {
                for (ReportedCount other : theirs) {
                    if (one.getLow() == other.getLow()) {
                        isEqual = true;
                        same++;
                        double weight = Math.max(0, weight(one) - chance);
                        boolean isLate = !one.getInOpening() && !other.getInOpening() && !a.isSameLanguage(b);
                        shared.add(new Shared(Kind.FIGURE, text(one), isLate ? Math.min(BACKGROUND, weight) : weight));
                    } else if (overlaps(one, other)) {
                        best = 1;
                    } else {
                        best = Math.min(best, ratio(one, other));
                    }
                }
            }
            if (!isEqual) {
                boolean areGoods =
                        !mine.getUnit().equals(PERSON) && !mine.getSubject().equals("money");
                if (best <= 1.06) {
                    near++;
                    shared.add(
                            new Shared(Kind.FIGURE, "~" + text(mine), all.get(0).getLow() >= 20 ? 2 : .5));
                } else if (areGoods) {
                    against += best > MAX_RATIO ? 2.5 : .7;
                    ratio = Math.max(ratio, best);
                } else {
                    boolean isMoney = mine.getSubject().equals("money");
                    people += isMoney ? 0 : 1;
                    against += isMoney ? .4 : .9;
                }
            }
        }
        keys.addBest(shared);
        if (against > 0) {
            keys.add(Kind.FIGURE, "", -Math.min(4, against));
        }
        keys.setFigures(new Compared(same, near, people, ratio, wholes(a, b)));
    }

    private Wholes wholes(Report a, Report b) {
        double same = 0;
        int people = 0;
        double ratio = 1;
        Map<List<String>, List<ReportedCount>> others = b.wholes();
        for (var mine : a.wholes().entrySet()) {
            List<ReportedCount> theirs = others.getOrDefault(mine.getKey(), List.of());
            double agreeing = 0;
            double apart = Double.POSITIVE_INFINITY;
            boolean isAgreed = false;
            for (ReportedCount one : mine.getValue()) {
                for (ReportedCount other : theirs) {
                    if (Rounding.agree(one.getLow(), other.getLow())) {
                        isAgreed = true;
                        agreeing = Math.max(agreeing, Math.min(weight(one), weight(other)));
                    }
                    apart = Math.min(apart, ratio(one, other));
                }
            }
            same = Math.max(same, agreeing);
            if (!isAgreed && !theirs.isEmpty()) {
                boolean arePeople = mine.getKey().get(1).equals(PERSON);
                people += arePeople ? 1 : 0;
                ratio = arePeople ? ratio : Math.max(ratio, apart);
            }
        }
        return new Wholes(same, people, ratio);
    }

    private static double ratio(ReportedCount one, ReportedCount other) {
        return Math.max(one.getLow(), other.getLow()) / Math.max(LEAST, Math.min(one.getLow(), other.getLow()));
    }

    private static boolean overlaps(ReportedCount one, ReportedCount other) {
        return one.getLow() <= other.getHigh() && other.getLow() <= one.getHigh();
    }

    private static List<ReportedCount> of(Report report, ReportedCount like) {
        return report.counts().stream()
                .filter(count -> count.getSubject().equals(like.getSubject())
                        && count.getUnit().equals(like.getUnit()))
                .toList();
    }

    private double weight(ReportedCount count) {
        double weight = frequencies.rarity(Keys.figure(count), usual(count)) - .7;
        boolean isOfMany =
                count.getSubject().equals("money") && frequencies.parts(Keys.figure(count)) >= Frequencies.LONG_RUNNING;
        return isOfMany ? Math.min(BACKGROUND, weight) : weight;
    }

    /** How usual a figure is by its digits: small and round ones are told of many incidents. */
    private static double usual(ReportedCount count) {
        String digits = new BigDecimal(Double.toString(count.getLow()))
                .stripTrailingZeros()
                .unscaledValue()
                .abs()
                .toString();
        double value = count.getLow();
        boolean isSmall = value <= 100 && value == Math.rint(value);
        return isSmall
                ? .12 / (1 + value) * (digits.length() == 1 ? 1.5 : 1)
                : .03 * StrictMath.pow(.2, digits.length());
    }

    private static String text(ReportedCount count) {
        return count.getSubject() + " "
                + new BigDecimal(Double.toString(count.getLow()))
                        .stripTrailingZeros()
                        .toPlainString()
                + " " + count.getUnit();
    }
}
