package org.lintas.report.chart;

import java.util.List;
import java.util.Locale;
import org.lintas.report.data.Share;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** A bar chart as a table with numbers and bars. */
public final class Bars {

    /**
     * A row.
     *
     * @param note an additional note; may be empty
     */
    public record Bar(Node label, long count, String note) {}

    private Bars() {}

    /**
     * The table.
     *
     * @param headings of label, number and note; the last one empty if there are no notes
     */
    public static Element of(String caption, List<String> headings, List<Bar> bars) {
        long longest = bars.stream().mapToLong(Bar::count).max().orElse(0);
        boolean notes = !headings.get(2).isEmpty();
        Element head = Element.of(
                "tr",
                heading(headings.get(0)),
                heading(headings.get(1)).with("class", "n"),
                Element.of("td").with("class", "bar"));
        if (notes) {
            head.add(heading(headings.get(2)));
        }
        Element body = Element.of("tbody");
        for (Bar bar : bars) {
            Element row = Element.of(
                    "tr",
                    Element.of("th", bar.label()).with("scope", "row"),
                    Element.of("td", String.format(Locale.ROOT, "%,d", bar.count()))
                            .with("class", "n"),
                    Element.of("td", drawn(Share.percent(bar.count(), longest))).with("class", "bar"));
            if (notes) {
                row.add(Element.of("td", bar.note()).with("class", "note"));
            }
            body.add(row);
        }
        return Element.of("table", Element.of("caption", caption), Element.of("thead", head), body)
                .with("class", "bars");
    }

    private static Element heading(String text) {
        return Element.of("th", text).with("scope", "col");
    }

    private static Element drawn(double percent) {
        double width = percent > 0 ? Math.max(0.5, percent) : 0;
        return Element.of(
                        "svg",
                        Element.of("rect")
                                .with("class", "fill")
                                .with("width", Svg.number(width))
                                .with("height", 10))
                .with("viewBox", "0 0 100 10")
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true");
    }
}
