package org.lintas.incident.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.record.FigureMention;

/**
 * What the figures of an article are to each other and to its headline: which is the largest of those that count the same, the sum of others, a part of a
 * sum, told again.
 */
final class FigureSigns {

    /** Two values are the same if they differ by this share at most. */
    private static final double ROUNDED = .01;

    /** Figures that stand so near to each other, in letters, are an enumeration. */
    private static final int NEAR = 80;

    /** A sum of so many figures at most is looked for. */
    private static final int MOST_ADDENDS = 10;

    /** Counts beyond this are alike. */
    private static final int MOST = 3;

    /** Numbers of people up to these are alike. */
    private static final int[] PEOPLE = {1, 2, 3, 5, 10, 30, 100};

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}++(?:[.,]\\p{Nd}++)*+");

    private final List<ToldFacts.Figure> figures;
    private final List<String> ofTitle;
    private final double near;

    /**
     * Signs of figures.
     *
     * @param figures those of the article, in its order
     * @param dense a character says as much as so many letters
     */
    FigureSigns(List<ToldFacts.Figure> figures, String title, double dense) {
        this.figures = figures;
        this.ofTitle =
                NUMBER.matcher(title).results().map(found -> found.group()).toList();
        this.near = NEAR / dense;
    }

    /** The signs of one of them. */
    List<String> of(ToldFacts.Figure figure) {
        List<ToldFacts.Figure> alike = figures.stream()
                .filter(other -> countSame(figure.mention(), other.mention()))
                .toList();
        int at = alike.indexOf(figure);
        double value = value(figure);
        List<Double> values =
                alike.stream().map(FigureSigns::value).distinct().sorted().toList();
        int rank = Math.min(MOST, at);
        String size = size(value, values);
        long told = alike.stream().filter(other -> value(other) == value).count();
        List<String> signs = new ArrayList<>(List.of(
                "values " + Math.min(MOST, values.size()),
                size,
                size + " " + figure.mention().getSubject(),
                size + ", " + rank,
                "alike " + Math.min(MOST, told),
                "of its kind " + rank));
        Matcher number = NUMBER.matcher(figure.mention().getText());
        if (number.find()) {
            signs.add(ofTitle.contains(number.group()) ? "in title" : "not in title");
        }
        if (isSum(alike, at, 1) || isSum(alike, at, -1)) {
            signs.add("sum");
        }
        if (isAddend(alike, at)) {
            signs.add("addend");
        }
        if (at > 0 && figure.start() - alike.get(at - 1).end() < near) {
            signs.add("near one before");
        }
        if (at + 1 < alike.size() && alike.get(at + 1).start() - figure.end() < near) {
            signs.add("near one behind");
        }
        if (countsPeople(figure)) {
            addPeople(figure, signs);
        }
        return signs;
    }

    private static String size(double value, List<Double> values) {
        if (values.size() == 1) {
            return "single";
        }
        return value == values.get(values.size() - 1) ? "largest" : value == values.get(0) ? "smallest" : "between";
    }

    private void addPeople(ToldFacts.Figure figure, List<String> signs) {
        double value = value(figure);
        int step = 0;
        while (step < PEOPLE.length && PEOPLE[step] < value) {
            step++;
        }
        signs.add("people " + step);
        signs.add("people " + figure.mention().getSubject() + " " + step);
        List<ToldFacts.Figure> others = figures.stream()
                .filter(other -> countsPeople(other) && !countSame(other.mention(), figure.mention()))
                .toList();
        if (others.stream().anyMatch(other -> isSame(value(other), value))) {
            signs.add("as many others");
        }
        if (others.stream().anyMatch(other -> value(other) > value)) {
            signs.add("more others");
        }
    }

    private static double value(ToldFacts.Figure figure) {
        return figure.mention().getValue();
    }

    private static boolean countsPeople(ToldFacts.Figure figure) {
        return "person".equals(figure.mention().getUnit());
    }

    private static boolean countSame(FigureMention one, FigureMention other) {
        return Objects.equals(one.getSubject(), other.getSubject()) && Objects.equals(one.getUnit(), other.getUnit());
    }

    /**
     * Whether a figure is the sum of two or more that stand in a row behind or before it.
     *
     * @param step 1 for those behind it, -1 for those before
     */
    private static boolean isSum(List<ToldFacts.Figure> alike, int at, int step) {
        double total = value(alike.get(at));
        for (int first = at + step; first >= 0 && first < alike.size(); first += step) {
            double sum = value(alike.get(first));
            int last = first + step;
            for (int n = 1; n < MOST_ADDENDS && last >= 0 && last < alike.size(); n++, last += step) {
                sum += value(alike.get(last));
                if (isSame(sum, total)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether another one is the sum of it and a third. */
    private static boolean isAddend(List<ToldFacts.Figure> alike, int at) {
        for (int total = 0; total < alike.size(); total++) {
            double rest = value(alike.get(total)) - value(alike.get(at));
            for (int other = 0; other < alike.size(); other++) {
                if (total != at && other != at && other != total && isSame(rest, value(alike.get(other)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSame(double one, double other) {
        return one > 0 && Math.abs(one - other) <= ROUNDED * other;
    }
}
