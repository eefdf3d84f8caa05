package org.lintas.report;

import java.util.ArrayList;
import java.util.List;
import org.lintas.report.chart.Bars;
import org.lintas.report.chart.Columns;
import org.lintas.report.chart.HeatTable;
import org.lintas.report.chart.Sparkline;
import org.lintas.report.data.Count;
import org.lintas.report.data.Grid;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Share;
import org.lintas.report.data.Timeline;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Languages, topics, and both over time. */
final class TopicSection {

    private static final int TICKS = 5;

    private TopicSection() {}

    static Section languages(ReportData data) {
        List<Bars.Bar> bars = data.languages().stream()
                .map(language -> new Bars.Bar(
                        name(language.code()),
                        language.articles(),
                        Format.percent(
                                Share.percent(language.articles(), data.totals().articles()))))
                .toList();
        List<List<Node>> rows = data.languages().stream()
                .map(language -> List.<Node>of(
                        name(language.code()),
                        Format.plain(Format.number(language.outlets())),
                        Format.plain(Format.number(language.length())),
                        Format.plain(Format.percent(Share.percent(language.onTopic(), language.articles()))),
                        Format.plain(Format.number(language.copies()))))
                .toList();
        return new Section(
                "languages",
                "Languages",
                "",
                List.of(Section.cards(
                        Section.card(Bars.of("Articles by language", List.of("Language", "Articles", "Share"), bars)),
                        Section.card(Tables.of(
                                "Languages in detail",
                                List.of("Language", "Outlets", "Median characters", "On a topic", "Copies dropped"),
                                1,
                                rows)))));
    }

    static Section topics(ReportData data) {
        Grid main = data.topics().main();
        var heat = new HeatTable(
                main,
                main.max(),
                Math::sqrt,
                topic -> Format.plain(Format.topic(topic)),
                code -> Element.of("abbr", code).with("title", Format.language(code)),
                Format::number);
        return new Section(
                "topics",
                "Topics",
                Format.number(data.totals().onTopic()) + " articles, "
                        + Format.percent(Share.percent(
                                data.totals().onTopic(), data.totals().articles()))
                        + " of all, have a main topic; "
                        + Format.number(data.totals().crossBorder())
                        + " of them tell of a crime that crosses a border. An article may have several.",
                List.of(heat.of(
                        "Articles by main topic and language", "All", topic -> Format.number(main.ofRow(topic)))));
    }

    static Section time(ReportData data) {
        Timeline timeline = data.timeline();
        if (timeline.articles().isEmpty()) {
            String none =
                    timeline.bulk() == 0 ? "No article has a date." : "All dates are bulk dates, those of an import.";
            return new Section("time", "Time", none, List.of());
        }
        Count most = timeline.articles().stream()
                .max((a, b) -> Long.compare(a.count(), b.count()))
                .orElseThrow();
        String title = "Articles by " + timeline.unit();
        Element columns = Columns.of(
                title,
                title + " of publication, highest in " + most.name() + ": " + Format.number(most.count()) + ".",
                timeline.articles(),
                TICKS,
                "Articles");
        String lead = "Dates reach from " + data.totals().earliest() + " to "
                + data.totals().latest() + ", in UTC.";
        if (timeline.outside() > 0) {
            lead += " " + Format.number(timeline.outside()) + " of "
                    + Format.number(data.totals().dated()) + " dated articles are outside the range shown.";
        }
        if (timeline.bulk() > 0) {
            lead += " " + Format.number(timeline.bulk())
                    + " articles are left out: their outlet has many more on their day "
                    + "than on others, which is probably the day of an import.";
        }
        return new Section("time", "Time", lead, List.of(columns, sparks(data)));
    }

    private static Element sparks(ReportData data) {
        Timeline timeline = data.timeline();
        Grid grid = timeline.topics();
        List<List<Node>> rows = new ArrayList<>();
        for (String topic : grid.rows()) {
            List<Double> values = grid.valuesOfRow(topic);
            double highest =
                    values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            String peak = highest == 0
                    ? "–"
                    : timeline.articles().get(values.indexOf(highest)).name() + ": " + Format.number(highest);
            rows.add(List.of(
                    Format.plain(Format.topic(topic)),
                    Sparkline.of(values),
                    Format.plain(Format.number(grid.ofRow(topic))),
                    Format.plain(peak)));
        }
        String first = timeline.articles().get(0).name();
        String last = timeline.articles().get(timeline.articles().size() - 1).name();
        return Tables.of(
                "Topics by " + timeline.unit() + ", each row with its own scale",
                List.of("Topic", first + " – " + last, "Articles", "Peak"),
                2,
                rows);
    }

    private static Node name(String code) {
        return Element.of("span", Format.language(code)).with("title", code);
    }
}
