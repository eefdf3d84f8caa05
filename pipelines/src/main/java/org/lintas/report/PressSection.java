package org.lintas.report;

import java.util.List;
import org.lintas.report.chart.Bars;
import org.lintas.report.chart.HeatTable;
import org.lintas.report.data.Count;
import org.lintas.report.data.Grid;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Share;
import org.lintas.report.data.Syndication;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Countries, outlets, and republished articles. */
final class PressSection {

    private static final int COUNTRIES = 12;

    private PressSection() {}

    static Section countries(ReportData data) {
        Grid pairs = data.countries().pairs();
        var heat = new HeatTable(
                pairs,
                pairs.max(),
                Math::sqrt,
                code -> Format.plain(Format.country(code)),
                code -> Element.of("abbr", code).with("title", Format.country(code)),
                Format::number);
        List<Bars.Bar> named = data.countries().named().stream()
                .limit(COUNTRIES)
                .map(count -> new Bars.Bar(Format.plain(Format.country(count.name())), count.count(), ""))
                .toList();
        return new Section(
                "countries",
                "Countries",
                "Countries named in articles with a main topic; being named is not an accusation.",
                List.of(Section.cards(
                        Section.card(Bars.of("Countries most often named", List.of("Country", "Articles", ""), named)),
                        Section.card(heat.of(
                                "Articles that name both countries",
                                "Others",
                                code -> Format.number(pairs.ofRow(code) - pairs.at(code, code)))))));
    }

    static Section outlets(ReportData data) {
        Syndication syndication = data.syndication();
        List<List<Node>> pairs = syndication.pairs().stream()
                .map(pair -> List.of(
                        Format.isolated(pair.origin()),
                        Format.isolated(pair.republisher()),
                        Format.plain(Format.number(pair.articles())),
                        Format.plain(pair.hours() < 0 ? "–" : hours(pair.hours())),
                        Format.plain(Format.number(pair.identical()))))
                .toList();
        List<List<Node>> shared = syndication.outlets().stream()
                .map(outlet -> List.of(
                        Format.isolated(outlet.name()),
                        Format.plain(Format.number(outlet.shared())),
                        Format.plain(
                                outlet.timed() == 0
                                        ? "–"
                                        : Format.number(outlet.first()) + " of " + Format.number(outlet.timed()))))
                .toList();
        Element who = Section.card(Element.of("h3", "Republished articles"));
        who.add(
                pairs.isEmpty()
                        ? Element.of("p", "No outlet published a copy of an article of another outlet.")
                        : Tables.of(
                                "Articles of one outlet republished by another",
                                List.of("Representative in", "Copy in", "Articles", "Median delay", "Identical"),
                                2,
                                pairs));
        who.add(Element.of("p", Format.number(syndication.withinOutlet()) + " copies are within one outlet.")
                .with("class", "note"));
        Element first = Section.card(Element.of("h3", "First to publish"));
        if (!shared.isEmpty()) {
            first.add(Tables.of(
                    "Outlets that share articles",
                    List.of("Outlet", "Shared articles", "First, if dates are known"),
                    1,
                    shared));
        }
        return new Section(
                "outlets",
                "Outlets",
                "",
                List.of(Section.pairs(
                        who,
                        first,
                        largest("Outlets", "Outlet", data.sources(), data),
                        largest("Hosts", "Host", data.hosts(), data))));
    }

    private static Element largest(String heading, String what, List<Count> counts, ReportData data) {
        List<Bars.Bar> bars = counts.stream()
                .map(count -> new Bars.Bar(
                        Format.isolated(count.name()),
                        count.count(),
                        Format.percent(
                                Share.percent(count.count(), data.totals().articles()))))
                .toList();
        return Section.card(
                Element.of("h3", heading),
                bars.isEmpty()
                        ? Element.of("p", "None known.")
                        : Bars.of("Largest by articles", List.of(what, "Articles", "Share"), bars));
    }

    private static String hours(double hours) {
        return hours >= 48 ? Format.number(hours / 24) + " days" : Format.number(hours) + " h";
    }
}
