package org.lintas.report;

import java.util.ArrayList;
import java.util.List;
import org.lintas.report.chart.Bars;
import org.lintas.report.chart.Columns;
import org.lintas.report.chart.HeatTable;
import org.lintas.report.chart.Spark;
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
                        Words.percent(
                                Share.percent(language.articles(), data.totals().articles()))))
                .toList();
        List<List<Node>> rows = data.languages().stream()
                .map(language -> List.<Node>of(
                        name(language.code()),
                        Words.plain(Words.number(language.outlets())),
                        Words.plain(Words.number(language.length())),
                        Words.plain(Words.percent(Share.percent(language.onTopic(), language.articles()))),
                        Words.plain(Words.number(language.copies()))))
                .toList();
        return new Section(
                "languages",
                "Languages",
                "",
                List.of(Section.cards(
                        Section.card(Bars.of("Articles by language", List.of("Language", "Articles", "Share"), bars)),
                        Section.card(Tables.of(
                                "About each language",
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
                topic -> Words.plain(Words.topic(topic)),
                code -> Element.of("abbr", code).with("title", Words.language(code)),
                Words::number);
        return new Section(
                "topics",
                "Topics",
                Words.number(data.totals().onTopic()) + " articles, "
                        + Words.percent(Share.percent(
                                data.totals().onTopic(), data.totals().articles()))
                        + " of all, have a main topic; "
                        + Words.number(data.totals().transnational())
                        + " of them are transnational. An article may have several.",
                List.of(heat.of(
                        "Articles with a topic as main, by language",
                        "All",
                        topic -> Words.number(main.ofRow(topic)))));
    }

    static Section time(ReportData data) {
        Timeline timeline = data.timeline();
        if (timeline.articles().isEmpty()) {
            return new Section("time", "Time", "No article has a date.", List.of());
        }
        Count most = timeline.articles().stream()
                .max((a, b) -> Long.compare(a.count(), b.count()))
                .orElseThrow();
        String title = "Articles by " + timeline.unit();
        Element columns = Columns.of(
                title,
                title + " of publication, most in " + most.name() + ": " + Words.number(most.count()) + ".",
                timeline.articles(),
                TICKS,
                "Articles");
        String lead = "Dates reach from " + data.totals().earliest() + " to "
                + data.totals().latest() + ", in UTC.";
        if (timeline.outside() > 0) {
            lead += " " + Words.number(timeline.outside()) + " of "
                    + Words.number(data.totals().dated()) + " dated articles lie before or after what is shown.";
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
                    : timeline.articles().get(values.indexOf(highest)).name() + ": " + Words.number(highest);
            rows.add(List.of(
                    Words.plain(Words.topic(topic)),
                    Spark.of(values),
                    Words.plain(Words.number(grid.ofRow(topic))),
                    Words.plain(peak)));
        }
        String first = timeline.articles().get(0).name();
        String last = timeline.articles().get(timeline.articles().size() - 1).name();
        return Tables.of(
                "Topics by " + timeline.unit() + ", each row by its own scale",
                List.of("Topic", first + " – " + last, "Articles", "Most"),
                2,
                rows);
    }

    private static Node name(String code) {
        return Element.of("span", Words.language(code)).with("title", code);
    }
}
