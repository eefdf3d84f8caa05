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

/** Countries, outlets, and who carries whom. */
final class PressSection {

    private static final int COUNTRIES = 12;

    private PressSection() {}

    static Section countries(ReportData data) {
        Grid pairs = data.countries().pairs();
        var heat = new HeatTable(
                pairs,
                pairs.max(),
                Math::sqrt,
                code -> Words.plain(Words.country(code)),
                code -> Element.of("abbr", code).with("title", Words.country(code)),
                Words::number);
        List<Bars.Bar> named = data.countries().named().stream()
                .limit(COUNTRIES)
                .map(count -> new Bars.Bar(Words.plain(Words.country(count.name())), count.count(), ""))
                .toList();
        return new Section(
                "countries",
                "Countries",
                "Countries that are named in articles with a main topic; being named is no accusation.",
                List.of(Section.cards(
                        Section.card(Bars.of("Countries most often named", List.of("Country", "Articles", ""), named)),
                        Section.card(heat.of(
                                "Articles that name both countries",
                                "Others",
                                code -> Words.number(pairs.ofRow(code) - pairs.at(code, code)))))));
    }

    static Section outlets(ReportData data) {
        Syndication syndication = data.syndication();
        List<List<Node>> pairs = syndication.pairs().stream()
                .map(pair -> List.of(
                        Words.foreign(pair.origin()),
                        Words.foreign(pair.carrier()),
                        Words.plain(Words.number(pair.stories())),
                        Words.plain(pair.hours() < 0 ? "–" : hours(pair.hours())),
                        Words.plain(Words.number(pair.wordForWord()))))
                .toList();
        List<List<Node>> shared = syndication.outlets().stream()
                .map(outlet -> List.of(
                        Words.foreign(outlet.name()),
                        Words.plain(Words.number(outlet.shared())),
                        Words.plain(
                                outlet.timed() == 0
                                        ? "–"
                                        : Words.number(outlet.first()) + " of " + Words.number(outlet.timed()))))
                .toList();
        Element who = Section.card(Element.of("h3", "Who carries whom"));
        who.add(
                pairs.isEmpty()
                        ? Element.of("p", "No outlet carried a story of another one.")
                        : Tables.of(
                                "Stories of one outlet in another one",
                                List.of("First kept", "Carried by", "Stories", "Median hours later", "Word for word"),
                                2,
                                pairs));
        who.add(Element.of("p", Words.number(syndication.withinOutlet()) + " copies lie within one outlet.")
                .with("class", "note"));
        Element first = Section.card(Element.of("h3", "Who is first"));
        if (!shared.isEmpty()) {
            first.add(Tables.of(
                    "Outlets that share stories",
                    List.of("Outlet", "Shared stories", "First, where dates tell"),
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
                        Words.foreign(count.name()),
                        count.count(),
                        Words.percent(Share.percent(count.count(), data.totals().articles()))))
                .toList();
        return Section.card(
                Element.of("h3", heading),
                bars.isEmpty()
                        ? Element.of("p", "None is named.")
                        : Bars.of("The largest by articles", List.of(what, "Articles", "Share"), bars));
    }

    private static String hours(double hours) {
        return hours >= 48 ? Words.number(hours / 24) + " days" : Words.number(hours) + " h";
    }
}
