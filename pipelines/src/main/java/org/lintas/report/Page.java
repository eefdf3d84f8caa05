package org.lintas.report;

import java.util.List;
import org.lintas.report.html.Element;
import org.lintas.report.html.Stylesheet;

/** What both pages of a report have in common. */
final class Page {

    private static final String VIEWS =
            "SQL: what ran for what is shown above it, over the views of the corpus. scripts/lintas sql --corpus=DIR -f FILE"
                    + " runs such statements and prints the result of the last. By hand, in DuckDB: SET VARIABLE corpus = 'DIR',"
                    + " the project's views.sql, then the statements.";

    private Page() {}

    /**
     * A page.
     *
     * @param other the file beside it, and what it is called
     */
    static String of(String title, Element header, List<Section> sections, String other, String called) {
        Stylesheet style = Stylesheet.of(Page.class, "letters.css", "report.css");
        Element head = Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", style.policy()),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("meta").with("name", "referrer").with("content", "no-referrer"),
                Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Element.of("title", title),
                style);
        Element main = Element.of("main").with("id", "main");
        sections.forEach(section -> main.add(section.element()));
        Element body = Element.of(
                "body",
                Element.of("a", "Skip to the report").with("class", "skip").with("href", "#main"),
                header,
                contents(sections, other, called),
                main,
                Element.of(
                        "footer",
                        Element.of(
                                "p",
                                "Made from the datasets in this folder; scripts/lintas report --corpus=DIR makes it again."
                                        + " README.md explains every column."),
                        Element.of("p", VIEWS)));
        return "<!DOCTYPE html>\n" + Element.of("html", head, body).with("lang", "en") + "\n";
    }

    private static Element contents(List<Section> sections, String other, String called) {
        Element list = Element.of("ul");
        sections.forEach(section ->
                list.add(Element.of("li", Element.of("a", section.heading()).with("href", "#" + section.id()))));
        list.add(Element.of("li", Element.of("a", called).with("href", other)).with("class", "other"));
        return Element.of("nav", list).with("aria-label", "Contents");
    }
}
