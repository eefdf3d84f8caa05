package org.lintas.report.chart;

import java.util.Locale;
import org.lintas.report.html.Element;

/** Shapes for charts; lengths are in units of the drawing, which is as wide as a phone. */
final class Svg {

    /** Width of a drawing. */
    static final int WIDTH = 360;

    private Svg() {}

    /** A drawing with a text alternative. */
    static Element drawing(int height, String summary) {
        return Element.of("svg")
                .with("viewBox", "0 0 " + WIDTH + " " + height)
                .with("role", "img")
                .with("aria-label", summary);
    }

    static Element rectangle(double x, double y, double width, double height, String style) {
        return box(number(x), y, number(width), height, style);
    }

    /** A rectangle whose horizontal position and width are percentages. */
    static Element column(double x, double y, double width, double height) {
        return box(number(x) + "%", y, number(width) + "%", height, "fill");
    }

    private static Element box(String x, double y, String width, double height, String style) {
        return Element.of("rect")
                .with("class", style)
                .with("x", x)
                .with("y", number(y))
                .with("width", width)
                .with("height", number(height));
    }

    static Element text(double x, double y, String style, String text) {
        return text(number(x), y, style, text);
    }

    static Element text(String x, double y, String style, String text) {
        return Element.of("text", text).with("class", style).with("x", x).with("y", number(y));
    }

    /** A line from the left to the right. */
    static Element rule(double y, String style) {
        return Element.of("line")
                .with("class", style)
                .with("x1", 0)
                .with("y1", number(y))
                .with("x2", "100%")
                .with("y2", number(y));
    }

    static String number(double value) {
        return trimmed(String.format(Locale.ROOT, "%.2f", value));
    }

    /** The same with one decimal, for shapes of which there are many. */
    static String tenths(double value) {
        return trimmed(String.format(Locale.ROOT, "%.1f", value));
    }

    private static String trimmed(String decimals) {
        return decimals.replaceAll("\\.?0+$", "");
    }
}
