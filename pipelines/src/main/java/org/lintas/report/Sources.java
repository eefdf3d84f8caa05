package org.lintas.report;

import java.util.Locale;
import org.lintas.report.data.Incidents;
import org.lintas.report.html.Element;

/** The articles that tell of an incident. */
final class Sources {

    private Sources() {}

    /** A list of the first ones, each linked, and how many more there are. */
    static Element of(Incidents.Incident incident) {
        Element list = Element.of("ul").with("class", "sources");
        incident.reports()
                .forEach(report -> list.add(Element.of(
                        "li", Format.headline(report.title(), report.language(), report.url()), facts(report, " "))));
        return more(list, incident.articles() - incident.reports().size());
    }

    /** The list, at its end how many more there are than it has, if there are any. */
    static Element more(Element list, long more) {
        return more > 0 ? list.add(Element.of("li", Format.number(more) + " more")) : list;
    }

    /**
     * Language, outlet, day, and what an article does if it is no report.
     *
     * @param before what stands before them
     */
    static Element facts(Incidents.Report report, String before) {
        Element facts =
                Element.of("span", before + Format.language(report.language())).with("class", "note");
        report.outlet().ifPresent(outlet -> facts.add(Format.plain(", "), Format.isolated(outlet)));
        report.day().ifPresent(day -> facts.add(", " + Format.day(day)));
        if (!report.role().equals("report")) {
            facts.add(", " + Format.words(report.role()).toLowerCase(Locale.ROOT));
        }
        return facts;
    }
}
