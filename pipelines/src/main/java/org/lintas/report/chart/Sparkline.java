package org.lintas.report.chart;

import java.util.List;
import org.lintas.report.html.Element;

/** A small column chart inside a table row; the other cells contain the main numbers. */
public final class Sparkline {

    private static final int HEIGHT = 22;

    private Sparkline() {}

    public static Element of(List<Double> values) {
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double step = 100.0 / Math.max(1, values.size());
        Element drawing = Element.of("svg")
                .with("class", "spark")
                .with("viewBox", "0 0 100 " + HEIGHT)
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true");
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) > 0) {
                double height = Math.max(1.5, (HEIGHT - 1) * values.get(i) / highest);
                drawing.add(Svg.rectangle(i * step, HEIGHT - height, step * 0.8, height, "fill"));
            }
        }
        return drawing.add(Svg.rule(HEIGHT, "axis"));
    }
}
