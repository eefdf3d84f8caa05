package org.lintas.report.chart;

import java.util.List;
import java.util.Locale;
import org.lintas.report.data.Count;
import org.lintas.report.html.Element;

/**
 * A column chart over time or bins, with the numbers in a collapsible table. It uses the available width without scaling the text.
 */
public final class Columns {

    private static final int HEIGHT = 150;
    private static final int TOP = 18;
    private static final int BASE = 128;
    private static final double WIDTH_OF_STEP = 0.82;

    private Columns() {}

    /**
     * The chart.
     *
     * @param summary what it shows, in words
     * @param counts the columns from left to right; the name of each is the start of its range
     * @param ticks how many of the names are shown, at equal distances
     * @param what what is counted, for the table
     */
    public static Element of(String title, String summary, List<Count> counts, int ticks, String what) {
        long highest = counts.stream().mapToLong(Count::count).max().orElse(0);
        Element drawing = Element.of("svg")
                .with("class", "columns")
                .with("height", HEIGHT)
                .with("role", "img")
                .with("aria-label", summary);
        drawing.add(Svg.text("0", 11, "scale", String.format(Locale.ROOT, "%,d", highest)));
        drawing.add(Svg.rule(TOP, "axis top"));
        double step = 100.0 / Math.max(1, counts.size());
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i).count() > 0) {
                double height =
                        Math.max(1, (double) (BASE - TOP) * counts.get(i).count() / highest);
                drawing.add(Svg.column(i * step, BASE - height, step * WIDTH_OF_STEP, height));
            }
        }
        drawing.add(Svg.rule(BASE, "axis"));
        int every = Math.max(1, (int) Math.ceil((double) counts.size() / ticks));
        for (int i = 0; i < counts.size(); i += every) {
            drawing.add(Svg.text(
                    Svg.number(i * step) + "%", BASE + 15, "tick", counts.get(i).name()));
        }
        return Element.of("figure", Element.of("figcaption", title), drawing, NumbersTable.of(counts, what))
                .with("class", "card");
    }
}
