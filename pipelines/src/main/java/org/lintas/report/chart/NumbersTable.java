package org.lintas.report.chart;

import java.util.List;
import java.util.Locale;
import org.lintas.report.data.Count;
import org.lintas.report.html.Element;

/** The numbers of a chart, in a collapsible table. */
final class NumbersTable {

    private NumbersTable() {}

    static Element of(List<Count> counts, String what) {
        Element body = Element.of("tbody");
        for (Count count : counts) {
            body.add(Element.of(
                    "tr",
                    Element.of("th", count.name()).with("scope", "row"),
                    Element.of("td", String.format(Locale.ROOT, "%,d", count.count()))
                            .with("class", "n")));
        }
        Element head = Element.of(
                "tr",
                Element.of("th", "From").with("scope", "col"),
                Element.of("th", what).with("scope", "col").with("class", "n"));
        return Element.of(
                "details", Element.of("summary", "Numbers"), Element.of("table", Element.of("thead", head), body));
    }
}
