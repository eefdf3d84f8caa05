package org.lintas.report.chart;

import java.util.List;
import java.util.Locale;
import org.lintas.report.data.Count;
import org.lintas.report.html.Element;

/** Columns over time or over bins, with the numbers in a table that can be opened. */
public final class Columns {

    private static final int HEIGHT = 150;
    private static final int TOP = 18;
    private static final int BASE = 128;

    private Columns() {}

    /**
     * The chart.
     *
     * @param summary what it shows, in words
     * @param counts the columns from left to right; the name of each is where it starts
     * @param ticks how many of the names are written, at equal distances
     * @param what what is counted, for the table
     */
    public static Element of(String title, String summary, List<Count> counts, int ticks, String what) {
        long highest = counts.stream().mapToLong(Count::count).max().orElse(0);
        Element drawing = Svg.drawing(HEIGHT, summary);
        drawing.add(Svg.text(0, 11, "scale", String.format(Locale.ROOT, "%,d", highest)));
        drawing.add(Svg.line(0, TOP, Svg.WIDTH, TOP).with("stroke-dasharray", "2 3"));
        double step = (double) Svg.WIDTH / Math.max(1, counts.size());
        double gap = Math.min(2, step / 5);
        for (int i = 0; i < counts.size(); i++) {
            double height =
                    highest == 0 ? 0 : (double) (BASE - TOP) * counts.get(i).count() / highest;
            if (height > 0) {
                height = Math.max(1, height);
                drawing.add(Svg.rectangle(i * step, BASE - height, step - gap, height, "fill"));
            }
        }
        drawing.add(Svg.line(0, BASE, Svg.WIDTH, BASE));
        int every = Math.max(1, (int) Math.ceil((double) counts.size() / ticks));
        for (int i = 0; i < counts.size(); i += every) {
            drawing.add(Svg.text(i * step, BASE + 15, "tick", counts.get(i).name()));
        }
        return Element.of("figure", Element.of("figcaption", title), drawing, Numbers.of(counts, what))
                .with("class", "card");
    }
}
