package org.lintas.report.chart;

import java.util.List;
import org.lintas.report.html.Element;

/** A flow chart of a whole split into parts: the width of a band is proportional to the part. */
public final class Flow {

    private static final double TOP = 20;
    private static final double HEIGHT = 180;
    private static final double THINNEST = 3;
    private static final double LABEL = 32;
    private static final double BLOCK = 12;
    private static final double RIGHT = 170;

    /**
     * A part.
     *
     * @param style CSS class with its colour
     */
    public record Part(String name, long count, String shown, String style) {}

    private Flow() {}

    /**
     * The drawing.
     *
     * @param whole label of the whole, with its number
     * @param summary what it shows, in words
     */
    public static Element of(String whole, String summary, List<Part> parts) {
        double sum = parts.stream().mapToLong(Part::count).sum();
        double[] heights = parts.stream()
                .mapToDouble(part -> Math.max(THINNEST, sum == 0 ? 0 : HEIGHT * part.count() / sum))
                .toArray();
        double left = TOP;
        double right = TOP;
        Element bands = Element.of("g");
        Element labels = Element.of("g");
        for (int i = 0; i < heights.length; i++) {
            Part part = parts.get(i);
            double height = heights[i];
            bands.add(Element.of("path").with("class", "band " + part.style()).with("d", band(left, right, height)));
            bands.add(Svg.rectangle(RIGHT, right, BLOCK, height, part.style()));
            double middle = right + Math.max(height, LABEL - 6) / 2;
            labels.add(Svg.text(RIGHT + BLOCK + 10, middle - 2, "name", part.name()));
            labels.add(Svg.text(RIGHT + BLOCK + 10, middle + 12, "tick", part.shown()));
            left += height;
            right += Math.max(height + 8, LABEL);
        }
        return Svg.drawing((int) Math.ceil(Math.max(left, right) + 6), summary)
                .add(Svg.text(0, 11, "name", whole))
                .add(bands)
                .add(Svg.rectangle(0, TOP, BLOCK, left - TOP, "whole"))
                .add(labels);
    }

    private static String band(double left, double right, double height) {
        String bend = Svg.number((BLOCK + RIGHT) / 2);
        String x1 = Svg.number(BLOCK);
        String x2 = Svg.number(RIGHT);
        return "M" + x1 + "," + Svg.number(left)
                + "C" + bend + "," + Svg.number(left) + " " + bend + "," + Svg.number(right) + " " + x2 + ","
                + Svg.number(right)
                + "V" + Svg.number(right + height)
                + "C" + bend + "," + Svg.number(right + height) + " " + bend + "," + Svg.number(left + height) + " "
                + x1
                + "," + Svg.number(left + height) + "Z";
    }
}
