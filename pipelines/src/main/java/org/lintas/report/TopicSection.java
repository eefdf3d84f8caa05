package org.lintas.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lintas.report.chart.Columns;
import org.lintas.report.chart.Frame;
import org.lintas.report.chart.HeatTable;
import org.lintas.report.chart.Sparkline;
import org.lintas.report.data.Count;
import org.lintas.report.data.Grid;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Share;
import org.lintas.report.data.Timeline;
import org.lintas.report.data.Totals;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Topics over time and by language. */
final class TopicSection {

    private static final int TICKS = 4;

    /** Width of the names of topics and of a sum, in rem. */
    private static final double TOPIC = 15;

    /** Width of the table of topics over time, in rem. */
    private static final double TIME = 24;

    private TopicSection() {}

    static Section of(ReportData data) {
        Totals totals = data.totals().value();
        Grid main = data.topics().value().main();
        if (totals.onTopic() == 0) {
            return new Section("topics", "Topics", "No article has a main topic.", List.of());
        }
        String lead = Format.number(totals.onTopic()) + " articles, "
                + Format.percent(Share.percent(totals.onTopic(), totals.articles()))
                + " of all, have a main topic, some of them several; " + Format.number(totals.crossBorder())
                + " articles tell of a crime that crosses a border.";
        var heat = new HeatTable(
                main,
                TOPIC,
                main.max(),
                Math::sqrt,
                topic -> Format.plain(data.topicNames().of(topic)),
                code -> Format.plain(Format.language(code)),
                Format::number);
        return new Section(
                "topics",
                "Topics",
                lead,
                List.of(
                        Element.of("h3", "Over time"),
                        time(data),
                        Section.sql(data.timeline()),
                        Element.of("h3", "By language"),
                        heat.of(
                                "Articles by main topic and language",
                                "All",
                                topic -> Format.number(main.ofRow(topic))),
                        Section.sql(data.topics())));
    }

    private static Element time(ReportData data) {
        Timeline timeline = data.timeline().value();
        if (timeline.articles().isEmpty()) {
            return Element.of(
                    "p",
                    timeline.bulk() == 0 ? "No article has a date." : "All dates are bulk dates, those of an import.");
        }
        Count most = timeline.articles().stream()
                .max((a, b) -> Long.compare(a.count(), b.count()))
                .orElseThrow();
        String title = "All articles by " + timeline.unit();
        Element columns = Columns.of(
                title,
                title + " of publication, highest in " + most.name() + ": " + Format.number(most.count()) + ".",
                timeline.articles(),
                TICKS,
                "Articles");
        columns.add(Element.of("p", leftOut(data)).with("class", "note"));
        return Section.pairs(Section.card(sparks(data)), columns);
    }

    private static String leftOut(ReportData data) {
        Timeline timeline = data.timeline().value();
        Totals totals = data.totals().value();
        String dates = "Dates reach from " + Format.day(totals.earliest()) + " to " + Format.day(totals.latest())
                + ", in UTC.";
        if (timeline.outside() > 0) {
            dates += " " + Format.number(timeline.outside()) + " of " + Format.number(totals.dated())
                    + " dated articles are outside the range shown.";
        }
        if (timeline.bulk() > 0) {
            dates += " " + Format.number(timeline.bulk())
                    + " articles are left out: their outlet has many more on their day "
                    + "than on others, which is probably the day of an import.";
        }
        return dates;
    }

    private static Element sparks(ReportData data) {
        Timeline timeline = data.timeline().value();
        Grid grid = timeline.topics();
        List<List<Node>> rows = new ArrayList<>();
        List<String> topics = grid.rows().stream()
                .sorted(Comparator.comparingDouble(grid::ofRow).reversed())
                .toList();
        for (String topic : topics) {
            List<Double> values = grid.valuesOfRow(topic);
            double highest =
                    values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            String peak = highest == 0
                    ? "–"
                    : timeline.articles().get(values.indexOf(highest)).name() + ": " + Format.number(highest);
            rows.add(List.of(
                    Format.plain(data.topicNames().of(topic)),
                    Sparkline.of(values),
                    Format.plain(Format.number(grid.ofRow(topic))),
                    Format.plain(peak)));
        }
        String first = timeline.articles().get(0).name();
        String last = timeline.articles().get(timeline.articles().size() - 1).name();
        String caption = "Main topics by " + timeline.unit() + ", each row with its own scale";
        Element table =
                Tables.table(caption, List.of("Topic", first + " – " + last, "Dated articles", "Peak"), 2, rows);
        return Frame.of(table, caption, TIME);
    }
}
