package org.lintas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lintas.report.chart.Frame;
import org.lintas.report.data.LargestFigures;
import org.lintas.report.data.ReportData;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** The largest figures of incidents. */
final class FigureSection {

    /** Kinds of goods, people or money shown at once. */
    private static final int SHOWN = 6;

    /** Width of a table, in rem. */
    private static final double WIDTH = 40;

    private FigureSection() {}

    static Section of(ReportData data) {
        LargestFigures figures = data.figures().value();
        List<Node> content = new ArrayList<>();
        add(
                content,
                "Goods",
                figures.goods(),
                figure -> Format.words(Format.subject(figure.figure().subject())));
        add(
                content,
                "People",
                figures.people(),
                figure -> Format.words(Format.plural(figure.figure().subject())));
        add(
                content,
                "Money",
                figures.money(),
                figure -> Format.words(Format.currency(figure.figure().unit())));
        if (content.isEmpty()) {
            return new Section("figures", "Figures", "No incident has a figure.", List.of());
        }
        content.add(Section.sql(data.figures()));
        return new Section(
                "figures",
                "Figures",
                "The three largest figures of each kind, the most frequent kinds first. One seizure counts once, however many"
                        + " articles tell of it, with the value that most likely counts all of it. Left out are totals of a year or a"
                        + " campaign, what likely is only a part, and incidents that are first told in a speech, a statistic or an opinion, by its genre. A very large figure may"
                        + " still be a misprint, a total or a misreading: see its article.",
                content);
    }

    private static void add(
            List<Node> content,
            String heading,
            List<LargestFigures.Row> rows,
            Function<LargestFigures.Row, String> kind) {
        List<List<LargestFigures.Row>> groups = groups(rows);
        if (groups.isEmpty()) {
            return;
        }
        content.add(Element.of("h3", heading));
        content.add(table(heading, groups.subList(0, Math.min(SHOWN, groups.size())), kind));
        if (groups.size() > SHOWN) {
            content.add(Section.folded(
                    (groups.size() - SHOWN) + " more kinds",
                    table(heading + ", less frequent", groups.subList(SHOWN, groups.size()), kind)));
        }
    }

    /** Rows of one subject and unit together. */
    private static List<List<LargestFigures.Row>> groups(List<LargestFigures.Row> rows) {
        var groups = new ArrayList<List<LargestFigures.Row>>();
        String last = "";
        for (LargestFigures.Row row : rows) {
            String kind = row.figure().subject() + " " + row.figure().unit();
            if (!kind.equals(last)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(row);
            last = kind;
        }
        return groups;
    }

    private static Element table(
            String heading, List<List<LargestFigures.Row>> groups, Function<LargestFigures.Row, String> kind) {
        String caption = heading + " in incidents: the largest figures";
        Element table = Element.of("table", Frame.caption(caption)).with("class", "figures");
        Element head = Element.of("tr");
        for (String name : List.of("Kind", "Figure", "Incident", "Day", "Place")) {
            head.add(Element.of("th", name).with("scope", "col"));
        }
        table.add(Element.of("thead", head));
        for (List<LargestFigures.Row> group : groups) {
            Element body = Element.of("tbody");
            for (int i = 0; i < group.size(); i++) {
                LargestFigures.Row row = group.get(i);
                Element line = Element.of("tr");
                if (i == 0) {
                    line.add(Element.of(
                                    "th",
                                    Element.of("span", kind.apply(row)),
                                    Element.of(
                                                    "span",
                                                    " " + unit(row) + Format.number(row.incidents())
                                                            + (row.incidents() == 1 ? " incident" : " incidents"))
                                            .with("class", "note"))
                            .with("scope", "rowgroup")
                            .with("rowspan", group.size()));
                }
                body.add(line.add(cells(row)));
            }
            table.add(body);
        }
        return Frame.of(table, caption, WIDTH);
    }

    /** Goods may be told in several units. */
    private static String unit(LargestFigures.Row row) {
        return switch (row.figure().unit()) {
            case "piece" -> "pieces, ";
            case "pack" -> "packs, ";
            case "carton" -> "cartons, ";
            case "kg", "l" -> row.figure().unit() + ", ";
            case "m3" -> "m³, ";
            default -> "";
        };
    }

    private static List<Element> cells(LargestFigures.Row row) {
        Element figure = Element.of("td", Format.quantity(row.figure()));
        if (row.isConflict()) {
            figure.add(
                    Element.of("span", " values told: " + Format.amount(row.low()) + " to " + Format.amount(row.high()))
                            .with("class", "note"));
        }
        return List.of(
                figure,
                Element.of("td", Format.headline(row.title(), row.language(), row.url())),
                Element.of("td", row.day().map(Format::day).orElse("–")).with("class", "day"),
                Element.of("td", Format.place(row.town(), row.place(), row.country())));
    }
}
