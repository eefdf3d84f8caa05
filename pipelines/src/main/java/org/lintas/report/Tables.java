package org.lintas.report;

import java.util.List;
import java.util.Map;
import org.lintas.report.chart.Frame;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Plain tables. */
final class Tables {

    private static final int UNFRAMED = 3;

    /** Width of a column, in rem. */
    private static final double COLUMN = 6.4;

    private Tables() {}

    /** A table whose first column is the row heading; the columns from {@code numbers} on are numbers. From four columns on it may scroll. */
    static Element of(String caption, List<String> headings, int numbers, List<List<Node>> rows) {
        Element table = table(caption, headings, numbers, rows);
        return headings.size() <= UNFRAMED ? table : Frame.of(table, caption, COLUMN * headings.size());
    }

    /** The table without a frame. */
    static Element table(String caption, List<String> headings, int numbers, List<List<Node>> rows) {
        Element head = Element.of("tr");
        for (int c = 0; c < headings.size(); c++) {
            head.add(styled(Element.of("th", headings.get(c)).with("scope", "col"), c, numbers));
        }
        Element body = Element.of("tbody");
        for (List<Node> row : rows) {
            Element line = Element.of("tr");
            for (int c = 0; c < row.size(); c++) {
                line.add(
                        c == 0
                                ? Element.of("th", row.get(c)).with("scope", "row")
                                : styled(Element.of("td", row.get(c)), c, numbers));
            }
            body.add(line);
        }
        return Element.of("table", Frame.caption(caption), Element.of("thead", head), body);
    }

    /** A list of names and values. */
    static Element of(Map<String, String> facts) {
        Element list = Element.of("dl");
        facts.forEach((name, value) -> list.add(Element.of(
                "div", Element.of("dt", name), Element.of("dd", Format.isolated(value.isEmpty() ? "–" : value)))));
        return list;
    }

    private static Element styled(Element cell, int column, int numbers) {
        return column >= numbers ? cell.with("class", "n") : cell;
    }
}
