package org.lintas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lintas.report.chart.Bars;
import org.lintas.report.chart.Flow;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Share;
import org.lintas.report.data.Totals;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Records by result. */
final class RecordSection {

    private RecordSection() {}

    static Section of(ReportData data) {
        Totals totals = data.totals().value();
        long read = data.run().read();
        List<Flow.Part> parts = List.of(
                part("Articles", totals.articles(), read, "kept"),
                part("Exact duplicates", totals.exact(), read, "copy"),
                part("Near duplicates", totals.near(), read, "copy"),
                part("Rejects", totals.rejects(), read, "drop"));
        String summary = parts.stream()
                .map(part -> part.name() + " " + part.shown())
                .collect(Collectors.joining("; ", Format.number(read) + " records: ", "."));
        Element flow = Element.of(
                        "figure",
                        Element.of("figcaption", "From records to articles"),
                        Flow.of(Format.number(read) + " records", summary, parts),
                        Section.folded("Numbers", table(parts)))
                .with("class", "card");
        return new Section(
                "records",
                "Records",
                "",
                List.of(
                        Section.cards(flow, rejects(data), copies(data)),
                        Section.sql(data.totals(), data.rejects(), data.distributions())));
    }

    private static Flow.Part part(String name, long count, long read, String style) {
        return new Flow.Part(
                name, count, Format.number(count) + " · " + Format.percent(Share.percent(count, read)), style);
    }

    private static Element table(List<Flow.Part> parts) {
        List<List<Node>> rows = parts.stream()
                .map(part -> List.of(Format.plain(part.name()), Format.plain(part.shown())))
                .toList();
        return Tables.of("Records by result", List.of("Result", "Records"), 1, rows);
    }

    private static Element rejects(ReportData data) {
        var bars = new ArrayList<Bars.Bar>();
        for (Totals.RejectCount reject : data.rejects().value()) {
            bars.add(new Bars.Bar(
                    Element.of("span", reason(reject.reason())).with("title", reject.stage() + ", " + reject.reason()),
                    reject.count(),
                    ""));
        }
        Element card = Section.card();
        card.add(
                bars.isEmpty()
                        ? Element.of("p", "Every record became an article or a duplicate.")
                        : Bars.of("Rejects by reason", List.of("Reason", "Records", ""), bars));
        if (!data.run().noDocuments().isEmpty()) {
            List<Bars.Bar> kinds = data.run().noDocuments().entrySet().stream()
                    .map(kind -> new Bars.Bar(Format.plain(kind.getKey().replace('_', ' ')), kind.getValue(), ""))
                    .toList();
            card.add(Section.folded(
                    "Skipped (not documents)", Bars.of("Skipped, by kind", List.of("Kind", "Records", ""), kinds)));
        }
        return card;
    }

    /** {@code OTHER_LANGUAGE} as words. */
    private static String reason(String reason) {
        return Format.words(reason.toLowerCase(Locale.ROOT));
    }

    private static Element copies(ReportData data) {
        List<Bars.Bar> relations = data.distributions().value().relations().stream()
                .map(count -> new Bars.Bar(Format.plain(Format.words(count.name())), count.count(), ""))
                .toList();
        List<Bars.Bar> sizes = data.distributions().value().clusterSizes().stream()
                .filter(count -> !count.name().equals("1"))
                .map(count -> new Bars.Bar(Format.plain(count.name()), count.count(), ""))
                .toList();
        long once = data.distributions().value().clusterSizes().stream()
                .filter(count -> count.name().equals("1"))
                .mapToLong(count -> count.count())
                .sum();
        Element card = Section.card();
        if (relations.isEmpty()) {
            return card.add(Element.of("p", "No article appeared more than once."));
        }
        return card.add(
                Bars.of("Copies by relation", List.of("Relation", "Copies", ""), relations),
                Element.of(
                                "p",
                                "A reprint is edited or embedded in other text; an update is a changed version; an excerpt is part of the other.")
                        .with("class", "note"),
                Bars.of("Records per article", List.of("Records", "Articles", ""), sizes),
                Element.of("p", Format.number(once) + " articles appeared once.")
                        .with("class", "note"));
    }
}
