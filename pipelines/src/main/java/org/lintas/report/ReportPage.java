package org.lintas.report;

import java.util.List;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Totals;
import org.lintas.report.html.Element;
import org.lintas.report.html.Stylesheet;

/** The page with all sections. */
public final class ReportPage {

    private ReportPage() {}

    public static String of(ReportData data) {
        Stylesheet style = Stylesheet.of(ReportPage.class, "report.css");
        List<Section> sections = List.of(
                OverviewSection.of(data),
                TopicSection.languages(data),
                TopicSection.topics(data),
                TopicSection.time(data),
                WhereSection.of(data),
                PressSection.countries(data),
                PressSection.outlets(data),
                QualitySection.distributions(data),
                QualitySection.completeness(data),
                QualitySection.expectations(data),
                SampleSection.of(data),
                QualitySection.run(data));
        String title = data.name() + " – corpus report";
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
                header(data),
                contents(sections),
                main,
                Element.of(
                        "footer",
                        Element.of(
                                "p",
                                "Generated from the datasets in this folder; scripts/lintas report --corpus=DIR generates it again. "
                                        + "README.md explains every column.")));
        return "<!DOCTYPE html>\n" + Element.of("html", head, body).with("lang", "en") + "\n";
    }

    private static Element header(ReportData data) {
        Totals totals = data.totals();
        CorpusStatus status = CorpusStatus.of(data);
        Element tiles = Element.of("ul").with("class", "tiles");
        tiles.add(tile(totals.articles(), "articles"));
        tiles.add(tile(totals.exact() + totals.near(), "duplicates"));
        tiles.add(tile(totals.rejects(), "rejects"));
        tiles.add(tile(totals.onTopic(), "on a topic"));
        tiles.add(tile(totals.outlets(), "outlets"));
        tiles.add(tile(data.languages().size(), "languages"));
        Element notes = Element.of("ul").with("class", "notes");
        status.notes().forEach(note -> notes.add(Element.of("li", note)));
        return Element.of(
                "header",
                Element.of("p", "Lintas corpus").with("class", "kicker"),
                Element.of("h1", Format.isolated(data.name())),
                Element.of(
                                "p",
                                Element.of("span", status.isUsable() ? "✓" : "✗")
                                        .with("class", "sign")
                                        .with("aria-hidden", "true"),
                                Format.plain(" " + status.sentence()))
                        .with("class", status.isUsable() ? "status ok" : "status failed"),
                tiles,
                Element.of("h2", "Before you use it").with("class", "small"),
                notes);
    }

    private static Element tile(long count, String what) {
        return Element.of(
                "li",
                Element.of("span", Format.number(count)).with("class", "figure"),
                Element.of("span", " " + what).with("class", "what"));
    }

    private static Element contents(List<Section> sections) {
        Element list = Element.of("ul");
        sections.forEach(section ->
                list.add(Element.of("li", Element.of("a", section.heading()).with("href", "#" + section.id()))));
        return Element.of("nav", list).with("aria-label", "Contents");
    }
}
