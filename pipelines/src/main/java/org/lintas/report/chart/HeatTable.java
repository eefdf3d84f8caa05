package org.lintas.report.chart;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.lintas.report.data.Grid;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** A table whose cells are darker for larger numbers, with upright names of the columns. It scrolls if it is too wide. */
public final class HeatTable {

    private static final int SHADES = 8;

    /** Width of a column, in rem. */
    private static final double COLUMN = 2.6;

    private final Grid grid;
    private final double names;
    private final double full;
    private final DoubleUnaryOperator scale;
    private final Function<String, Node> row;
    private final Function<String, Node> column;
    private final DoubleFunction<String> number;

    /**
     * How a grid is shown.
     *
     * @param names width of the names of rows and of the last column, in rem
     * @param full number that has the darkest shade
     * @param scale from the share of that number, 0 to 1, to a shade, 0 to 1; with a square root, small numbers stay distinguishable
     * @param row name of a row
     * @param column name of a column
     * @param number how a number is written
     */
    public HeatTable(
            Grid grid,
            double names,
            double full,
            DoubleUnaryOperator scale,
            Function<String, Node> row,
            Function<String, Node> column,
            DoubleFunction<String> number) {
        this.grid = grid;
        this.names = names;
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
            head.add(Element.of("th", Element.of("span", column.apply(name))).with("scope", "col"));
        }
        head.add(Element.of("th", Element.of("span", lastHeading)).with("scope", "col"));
        Element body = Element.of("tbody");
        for (String name : grid.rows()) {
            Element line = Element.of("tr", Element.of("th", row.apply(name)).with("scope", "row"));
            for (String other : grid.columns()) {
                line.add(cell(grid.at(name, other), name.equals(other)));
            }
            body.add(line.add(Element.of("td", last.apply(name)).with("class", "n")));
        }
        Element table = Element.of("table", Frame.caption(caption), Element.of("thead", head), body)
                .with("class", "heat");
        return Frame.of(table, caption, names + COLUMN * grid.columns().size());
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
