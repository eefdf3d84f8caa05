package org.lintas.report;

import java.util.List;
import java.util.Optional;
import org.lintas.report.chart.Columns;
import org.lintas.report.chart.Frame;
import org.lintas.report.data.Count;
import org.lintas.report.data.Incidents;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Share;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Incidents over time, and the largest. */
final class IncidentSection {

    private static final int TICKS = 4;

    /** Width of the table of the largest, in rem. */
    private static final double WIDTH = 64;

    private IncidentSection() {}

    static Section of(ReportData data) {
        Incidents incidents = data.incidents().value();
        if (incidents.count() == 0) {
            return new Section("incidents", "Incidents", "No article reports an incident.", List.of());
        }
        String lead = Format.number(incidents.count()) + " raids, seizures, rescues, kidnappings and the like, told by "
                + Format.number(incidents.articles())
                + " articles; each counts once, in whatever languages it was told. The day is told by a text in "
                + Format.percent(Share.percent(incidents.told(), incidents.count()))
                + ", that of the first report stands for "
                + Format.percent(Share.percent(incidents.dated() - incidents.told(), incidents.count()))
                + ", and "
                + Format.percent(Share.percent(incidents.count() - incidents.dated(), incidents.count()))
                + " have none. A day that is told is uncertain where a model gives it less than 80 %."
                + continued(incidents.continued());
        return new Section(
                "incidents",
                "Incidents",
                lead,
                List.of(timeline(incidents), largest(data), Section.sql(data.incidents())));
    }

    private static String continued(long count) {
        return count == 0
                ? ""
                : " Earlier corpora already have " + Format.number(count)
                        + " of them, which are here with all their articles.";
    }

    private static Node timeline(Incidents incidents) {
        if (incidents.periods().isEmpty()) {
            return Element.of("p", "No incident has a date.");
        }
        Count most = incidents.periods().stream()
                .max((a, b) -> Long.compare(a.count(), b.count()))
                .orElseThrow();
        String title = "Incidents by " + incidents.unit();
        Element chart = Columns.of(
                title,
                title + ", highest in " + most.name() + ": " + Format.number(most.count()) + ".",
                incidents.periods(),
                TICKS,
                "Incidents");
        long undated = incidents.count() - incidents.dated();
        if (undated > 0 || incidents.outside() > 0) {
            chart.add(Element.of(
                            "p",
                            "Not shown: " + Format.number(undated) + " without a date, "
                                    + Format.number(incidents.outside()) + " far before or after the others.")
                    .with("class", "note"));
        }
        return chart;
    }

    private static Element largest(ReportData data) {
        List<List<Node>> rows = data.incidents().value().largest().stream()
                .map(incident -> row(data, incident))
                .toList();
        String caption = "Incidents with most articles";
        Element table = Tables.table(
                        caption,
                        List.of(
                                "Incident",
                                "Day",
                                "Place",
                                "Topic",
                                "Articles",
                                "Outlets",
                                "Languages",
                                "Largest figure"),
                        Integer.MAX_VALUE,
                        rows)
                .with("class", "incidents");
        return Frame.of(table, caption, WIDTH);
    }

    private static Optional<String> note(Incidents.Incident incident) {
        return switch (incident.known()) {
            case PUBLISHED -> Optional.of("first report");
            case UNCERTAIN -> Optional.of("uncertain");
            case TOLD, NOT -> Optional.empty();
        };
    }

    private static List<Node> row(ReportData data, Incidents.Incident incident) {
        String day = incident.day().map(Format::day).orElse("–");
        return List.of(
                title(incident),
                note(incident)
                        .<Node>map(note -> Element.of(
                                "span",
                                Format.plain(day),
                                Element.of("span", " " + note).with("class", "note")))
                        .orElse(Format.plain(day)),
                Format.plain(Format.place(incident.town(), incident.place(), incident.country())),
                Format.plain(data.topicNames().of(incident.topic())),
                Format.plain(Format.number(incident.articles())),
                Format.plain(Format.number(incident.outlets())),
                Format.plain(Format.languages(incident.languages())),
                Format.plain(incident.figure().map(Format::figure).orElse("–")));
    }

    /** The headline of the first article, and the articles themselves. */
    private static Element title(Incidents.Incident incident) {
        Element first = Element.of("span", Format.headline(incident.title(), incident.language(), Optional.empty()))
                .with("class", "title");
        return Element.of("div", first, Section.folded(articles(incident.articles()), Sources.of(incident)));
    }

    private static String articles(long count) {
        return count == 1 ? "1 article" : Format.number(count) + " articles";
    }
}
