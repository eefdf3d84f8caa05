package org.lintas.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lintas.report.data.Incidents;
import org.lintas.report.data.Where;
import org.lintas.report.html.Element;

/** Places with their incidents and the articles that tell of these, each folded: what the circles of the map lead to. */
final class PlaceList {

    private static final int BESIDE_THE_MAP = 15;

    private PlaceList() {}

    /** The places that have incidents to show, each with the id of the list of these. */
    static Map<Where.Spot, String> ids(List<Where.Spot> spots) {
        Map<Where.Spot, String> ids = new LinkedHashMap<>();
        spots.stream()
                .filter(spot -> !spot.incidents().isEmpty())
                .forEach(spot -> ids.put(spot, "place-" + (ids.size() + 1)));
        return ids;
    }

    /**
     * The list.
     *
     * @param topic name of a topic by its code
     */
    static Element of(List<Where.Spot> spots, UnaryOperator<String> topic) {
        List<Element> places = new ArrayList<>();
        ids(spots).forEach((spot, id) -> places.add(place(spot, id, topic)));
        int beside = Math.min(BESIDE_THE_MAP, places.size());
        Element card = Section.card(Element.of("h3", "Incidents by place")).add(places.subList(0, beside));
        if (places.isEmpty()) {
            return card.add(Element.of("p", "No incident has a known place."));
        }
        if (places.size() > beside) {
            card.add(Section.folded("More places").add(places.subList(beside, places.size())));
        }
        return card.add(Element.of(
                        "p",
                        Format.plain(all(spots.size(), places.size()) + " Of each up to " + Where.INCIDENTS_EACH
                                + " incidents, those with most articles, and up to " + Where.ARTICLES_EACH
                                + " articles of each. The recipe "),
                        Element.of("code", "incidents-by-town"),
                        Format.plain(" counts all, by town."))
                .with("class", "note"));
    }

    private static String all(int places, int listed) {
        String all = Format.number(places) + (places == 1 ? " place in all" : " places in all");
        return all + (listed < places ? ", the " + Format.number(listed) + " with most incidents here." : ".");
    }

    private static Element place(Where.Spot spot, String id, UnaryOperator<String> topic) {
        Element incidents = Element.of("ul").with("class", "sources").with("id", id);
        spot.incidents().forEach(incident -> incidents.add(incident(incident, topic)));
        Element name = Element.of(
                        "span", Format.place(Optional.empty(), Optional.of(spot.place()), Optional.of(spot.country())))
                .with("class", "name");
        return Element.of(
                        "details",
                        Element.of(
                                "summary",
                                name,
                                Format.plain(" " + Format.number(spot.count())
                                        + (spot.count() == 1 ? " · " : " · most often ") + topic.apply(spot.topic()))),
                        Sources.more(incidents, spot.count() - spot.incidents().size()))
                .with("class", "topic");
    }

    /** An incident with its articles; where there is one only, its headline leads to it. */
    private static Element incident(Incidents.Incident incident, UnaryOperator<String> topic) {
        boolean isOne = incident.articles() == 1 && incident.reports().size() == 1;
        Optional<String> address = isOne ? incident.reports().get(0).url() : Optional.empty();
        Element item = Element.of(
                "li",
                Element.of("span", Format.headline(incident.title(), incident.language(), address))
                        .with("class", "title"),
                Element.of("span", " " + String.join(" · ", facts(incident, topic)))
                        .with("class", "note"));
        return item.add(isOne ? Sources.facts(incident.reports().get(0), " · ") : Sources.of(incident));
    }

    /** Topic, town, day and largest figure, as far as they are told. */
    private static List<String> facts(Incidents.Incident incident, UnaryOperator<String> topic) {
        List<String> facts = new ArrayList<>(List.of(topic.apply(incident.topic())));
        incident.town().ifPresent(facts::add);
        day(incident).ifPresent(facts::add);
        incident.figure().map(Format::figure).ifPresent(facts::add);
        return facts;
    }

    /** The day that a text tells; that of the first report is beside its headline. */
    private static Optional<String> day(Incidents.Incident incident) {
        Optional<String> day = incident.day().map(iso -> "on " + Format.day(iso));
        return switch (incident.known()) {
            case TOLD -> day;
            case UNCERTAIN -> day.map(on -> on + " (uncertain)");
            case PUBLISHED, NOT -> Optional.empty();
        };
    }
}
