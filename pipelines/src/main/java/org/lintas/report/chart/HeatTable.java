package org.lintas.report.chart;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.lintas.report.data.Grid;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** A table whose cells are darker for larger numbers. It scrolls if it is too wide. */
public final class HeatTable {

    private static final int SHADES = 8;

    private final Grid grid;
    private final double full;
    private final DoubleUnaryOperator scale;
    private final Function<String, Node> row;
    private final Function<String, Node> column;
    private final DoubleFunction<String> number;

    /**
     * How a grid is shown.
     *
     * @param full number that has the darkest shade
     * @param scale from the share of that number, 0 to 1, to a shade, 0 to 1; with a square root, small numbers stay distinguishable
     * @param row name of a row
     * @param column name of a column
     * @param number how a number is written
     */
    public HeatTable(
            Grid grid,
            double full,
            DoubleUnaryOperator scale,
            Function<String, Node> row,
            Function<String, Node> column,
            DoubleFunction<String> number) {
        this.grid = grid;
        this.full = full;
        this.scale = scale;
        this.row = row;
        this.column = column;
        this.number = number;
    }

    /** The table; its last column is made by {@code last} and named by {@code lastHeading}. */
    public Element of(String caption, String lastHeading, Function<String, String> last) {
        Element head = Element.of("tr", Element.of("td"));
        for (String name : grid.columns()) {
            head.add(Element.of("th", column.apply(name)).with("scope", "col"));
        }
        head.add(Element.of("th", lastHeading).with("scope", "col"));
        Element body = Element.of("tbody");
        for (String name : grid.rows()) {
            Element line = Element.of("tr", Element.of("th", row.apply(name)).with("scope", "row"));
            for (String other : grid.columns()) {
                line.add(cell(grid.at(name, other), name.equals(other)));
            }
            body.add(line.add(Element.of("td", last.apply(name)).with("class", "n")));
        }
        Element table = Element.of("table", Element.of("caption", caption), Element.of("thead", head), body)
                .with("class", "heat");
        return Element.of("div", table)
                .with("class", "scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", caption);
    }

    private Element cell(double value, boolean diagonal) {
        if (diagonal) {
            return Element.of("td", number.apply(value)).with("class", "same");
        }
        return value == 0
                ? Element.of("td", "·").with("class", "none")
                : Element.of("td", number.apply(value)).with("class", "h" + shade(value));
    }

    private int shade(double value) {
        double share = scale.applyAsDouble(full == 0 ? 0 : Math.min(1, value / full));
        return Math.min(SHADES - 1, (int) (share * SHADES));
    }
}
