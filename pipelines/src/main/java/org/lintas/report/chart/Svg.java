package org.lintas.report.chart;

import java.util.Locale;
import org.lintas.report.html.Element;

/** Shapes of charts; measures are in units of the drawing, which is as wide as a phone. */
final class Svg {

    /** Width of a drawing. */
    static final int WIDTH = 360;

    private Svg() {}

    /** A drawing that says in words what it shows. */
    static Element drawing(int height, String summary) {
        return Element.of("svg")
                .with("viewBox", "0 0 " + WIDTH + " " + height)
                .with("role", "img")
                .with("aria-label", summary);
    }

    static Element rectangle(double x, double y, double width, double height, String style) {
        return Element.of("rect")
                .with("class", style)
                .with("x", number(x))
                .with("y", number(y))
                .with("width", number(width))
                .with("height", number(height));
    }

    static Element text(double x, double y, String style, String text) {
        return Element.of("text", text)
                .with("class", style)
                .with("x", number(x))
                .with("y", number(y));
    }

    static Element line(double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .with("class", "axis")
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2));
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
