package org.lintas.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.report.data.Found;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** A section of the report. */
record Section(String id, String heading, String lead, List<? extends Node> content) {

    Element element() {
        Element element = Element.of("section")
                .with("id", id)
                .with("aria-labelledby", id + "-heading")
                .add(Element.of("h2", heading).with("id", id + "-heading"));
        if (!lead.isEmpty()) {
            element.add(Element.of("p", lead).with("class", "lead"));
        }
        return element.add(content);
    }

    /** The statements that gave what is shown, to copy. */
    static Element sql(Found<?>... found) {
        String text = Stream.of(found).map(Found::sql).collect(Collectors.joining("\n\n"));
        return Element.of("details", Element.of("summary", "SQL"), Element.of("pre", Element.of("code", text)))
                .with("class", "sql");
    }

    /** Charts and tables side by side if there is room. */
    static Element cards(Node... cards) {
        return Element.of("div", cards).with("class", "cards");
    }

    /** The same for wide content. */
    static Element pairs(Node... cards) {
        return Element.of("div", cards).with("class", "cards wide");
    }

    /** A narrow and a wide one. */
    static Element third(Node narrow, Node wide) {
        return Element.of("div", narrow, wide).with("class", "cards third");
    }

    static Element card(Node... content) {
        return Element.of("div", content).with("class", "card");
    }

    static Element folded(String summary, Node... content) {
        return Element.of("details", Element.of("summary", summary)).add(content);
    }
}
