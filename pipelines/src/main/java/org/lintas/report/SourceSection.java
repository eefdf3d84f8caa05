package org.lintas.report;

import java.util.List;
import java.util.OptionalLong;
import org.lintas.report.chart.Bars;
import org.lintas.report.data.Count;
import org.lintas.report.data.Found;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Share;
import org.lintas.report.data.Syndication;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Languages, outlets, and which outlets carry whose stories. */
final class SourceSection {

    private SourceSection() {}

    static Section of(ReportData data) {
        return new Section(
                "sources",
                "Sources",
                "",
                List.of(
                        Section.cards(
                                languages(data),
                                largest("Outlets with most articles", "Outlet", data.sources(), data),
                                largest("Hosts with most articles", "Host", data.hosts(), data)),
                        Section.sql(data.languages(), data.sources(), data.hosts()),
                        Element.of("h3", "Republished articles"),
                        Section.pairs(
                                pairs(data.syndication().value()),
                                shared(data.syndication().value())),
                        Section.sql(data.syndication())));
    }

    private static Element languages(ReportData data) {
        List<Bars.Bar> bars = data.languages().value().stream()
                .map(language -> new Bars.Bar(
                        Format.plain(Format.language(language.code())),
                        language.articles(),
                        share(language.articles(), data)))
                .toList();
        List<List<Node>> rows = data.languages().value().stream()
                .map(language -> List.<Node>of(
                        Format.plain(Format.language(language.code())),
                        Format.plain(Format.number(language.outlets())),
                        Format.plain(Format.number(language.length())),
                        Format.plain(Format.percent(Share.percent(language.onTopic(), language.articles()))),
                        Format.plain(Format.number(language.copies()))))
                .toList();
        return Section.card(
                Bars.of("Articles by language", List.of("Language", "Articles", "Share"), bars),
                Section.folded(
                        "Languages in detail",
                        Tables.of(
                                "Languages in detail",
                                List.of("Language", "Outlets", "Median characters", "On a topic", "Copies dropped"),
                                1,
                                rows)));
    }

    private static Element largest(String caption, String what, Found<List<Count>> counts, ReportData data) {
        List<Bars.Bar> bars = counts.value().stream()
                .map(count -> new Bars.Bar(Format.isolated(count.name()), count.count(), share(count.count(), data)))
                .toList();
        return Section.card(
                bars.isEmpty()
                        ? Element.of("p", caption + ": none known.")
                        : Bars.of(caption, List.of(what, "Articles", "Share"), bars));
    }

    private static String share(long count, ReportData data) {
        return Format.percent(Share.percent(count, data.totals().value().articles()));
    }

    private static Element pairs(Syndication syndication) {
        List<List<Node>> pairs = syndication.pairs().stream()
                .map(pair -> List.of(
                        Format.isolated(pair.origin()),
                        Format.isolated(pair.republisher()),
                        Format.plain(Format.number(pair.articles())),
                        Format.plain(delay(pair.days())),
                        Format.plain(Format.number(pair.identical()))))
                .toList();
        return Section.card(
                pairs.isEmpty()
                        ? Element.of("p", "No outlet published a copy of an article of another outlet.")
                        : Tables.of(
                                "Articles of one outlet republished by another",
                                List.of("Representative in", "Copy in", "Articles", "Median delay", "Identical"),
                                2,
                                pairs),
                Element.of("p", Format.number(syndication.withinOutlet()) + " copies are within one outlet.")
                        .with("class", "note"));
    }

    private static Element shared(Syndication syndication) {
        if (syndication.outlets().isEmpty()) {
            return Section.card(Element.of("p", "No two outlets share an article."));
        }
        List<List<Node>> shared = syndication.outlets().stream()
                .map(outlet -> List.of(
                        Format.isolated(outlet.name()),
                        Format.plain(Format.number(outlet.shared())),
                        Format.plain(
                                outlet.timed() == 0
                                        ? "–"
                                        : Format.number(outlet.first()) + " of " + Format.number(outlet.timed()))))
                .toList();
        return Section.card(Tables.of(
                "Outlets that share articles",
                List.of("Outlet", "Shared articles", "On the first day, if dates are known"),
                1,
                shared));
    }

    /** Most dates have no time, so a delay has days. */
    private static String delay(OptionalLong days) {
        if (days.isEmpty()) {
            return "–";
        }
        long delay = days.getAsLong();
        return delay == 0 ? "same day" : Format.number(delay) + (Math.abs(delay) == 1 ? " day" : " days");
    }
}
