package org.lintas.report;

import java.util.List;
import org.lintas.report.chart.Bars;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Together;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Groups, firms and compounds, and which of them are named together. */
final class TogetherSection {

    private TogetherSection() {}

    static Section of(ReportData data) {
        Together together = data.together().value();
        if (together.named().isEmpty()) {
            return new Section(
                    "names",
                    "Who with whom",
                    "No article on a topic names a group, firm or compound that is known.",
                    List.of());
        }
        List<Bars.Bar> named = together.named().stream()
                .map(one -> new Bars.Bar(Format.isolated(one.name()), one.articles(), kind(one.kind())))
                .toList();
        List<List<Node>> pairs = together.pairs().stream()
                .map(pair -> List.of(
                        entity(pair.one(), pair.oneKind()),
                        entity(pair.other(), pair.otherKind()),
                        Format.plain(Format.languages(pair.languages())),
                        Format.plain(Format.number(pair.articles()))))
                .toList();
        Element with = Section.card();
        with.add(
                pairs.isEmpty()
                        ? Element.of("p", "No two of them are named in two articles.")
                        : Tables.of(
                                "Named in the same articles",
                                List.of("Name", "Other name", "Languages", "Articles"),
                                3,
                                pairs));
        return new Section(
                "names",
                "Who with whom",
                "Groups, firms and scam compounds that the table of names or a watch list knows; persons and agencies are left out. To be"
                        + " named in one article is no tie, and no accusation.",
                List.of(
                        Section.pairs(
                                Section.card(Bars.of("Most often named", List.of("Name", "Articles", "Kind"), named)),
                                with),
                        Section.sql(data.together())));
    }

    private static Element entity(String name, String kind) {
        return Element.of(
                "span",
                Format.isolated(name),
                Element.of("span", " " + kind(kind)).with("class", "kind"));
    }

    private static String kind(String kind) {
        return kind.equals("company") ? "firm" : kind;
    }
}
