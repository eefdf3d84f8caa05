package org.lintas.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.lintas.report.chart.Bars;
import org.lintas.report.chart.HeatTable;
import org.lintas.report.chart.RegionMap;
import org.lintas.report.data.Count;
import org.lintas.report.data.CountryCounts;
import org.lintas.report.data.Grid;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Share;
import org.lintas.report.data.Where;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Where it happened: a map, places with their incidents, countries, and countries named together. */
final class WhereSection {

    private static final int NAMED = 5;
    private static final int PLACES = 40;
    private static final int COUNTRIES = 12;

    /** Width of the names of countries and of a sum, in rem. */
    private static final double COUNTRY = 11;

    private static final int ROWS_BESIDE = 15;

    private WhereSection() {}

    static Section of(ReportData data) {
        Where where = data.where().value();
        if (where.countries().isEmpty()) {
            return new Section(
                    "places", "Places", "No article with a main topic names a place or a country.", List.of());
        }
        Element places = switch (where.counted()) {
            case INCIDENTS -> PlaceList.of(where.spots(), data.topicNames()::of);
            case ARTICLES -> places(data, where.spots());
        };
        return new Section(
                "places",
                "Places",
                lead(data, where),
                List.of(
                        Element.of("div", map(where), places).with("class", "cards beside"),
                        Section.sql(data.where()),
                        Element.of("h3", "Countries named together"),
                        countries(data.countries().value()),
                        Section.sql(data.countries())));
    }

    private static String lead(ReportData data, Where where) {
        String placed = Format.number(where.placed());
        return switch (where.counted()) {
            case INCIDENTS ->
                placed + " incidents, "
                        + Format.percent(Share.percent(
                                where.placed(), data.incidents().value().count()))
                        + " of all, have a known place. Each counts once, at the place where it most likely happened,"
                        + " as a model tells from its reports, which may be wrong; without a place, in its country, if"
                        + " that is known.";
            case ARTICLES ->
                placed + " articles, "
                        + Format.percent(Share.percent(
                                where.placed(), data.totals().value().onTopic()))
                        + " of those with a main topic, name a known place. Each counts once, at the place it names most often,"
                        + " which is not always where the crime was; without a place, in the country that it names most often.";
        };
    }

    private static String counted(Where where) {
        return switch (where.counted()) {
            case INCIDENTS -> "incidents";
            case ARTICLES -> "articles";
        };
    }

    private static Element map(Where where) {
        String counted = counted(where);
        String title = Format.words(counted) + " by place and country";
        String description = "Most " + counted + " by country: "
                + largest(where.countries(), Count::count, count -> Format.country(count.name())) + ". By place: "
                + largest(where.spots(), Where.Spot::count, Where.Spot::place) + ". The tables have the numbers.";
        Map<Where.Spot, String> ids = PlaceList.ids(where.spots());
        Element drawing = RegionMap.of(
                title,
                description,
                where.countries(),
                where.spots(),
                spot -> Optional.ofNullable(ids.get(spot)),
                Format::country,
                Format::number);
        return Element.of(
                        "figure",
                        Element.of("figcaption", title),
                        drawing,
                        Element.of(
                                        "p",
                                        "Circles: " + counted + " by place, a province at its capital"
                                                + click(
                                                        ids.size(),
                                                        where.spots().size())
                                                + ". Shades: " + counted
                                                + " by country. Outlines: Natural Earth, without a position on disputed borders.")
                                .with("class", "note"),
                        Section.folded("Numbers", countries(counted, where.countries())))
                .with("class", "card");
    }

    /** Which circles lead to more. */
    private static String click(int listed, int places) {
        return listed == 0
                ? ""
                : "; click " + (listed == places ? "one" : "one of the " + Format.number(listed) + " with most")
                        + " for its incidents with their articles";
    }

    /** Countries named in articles with a main topic. */
    private static Element countries(CountryCounts counts) {
        Grid pairs = counts.pairs();
        var heat = new HeatTable(
                pairs,
                COUNTRY,
                pairs.max(),
                Math::sqrt,
                code -> Format.plain(Format.country(code)),
                code -> Format.plain(Format.country(code)),
                Format::number);
        List<Bars.Bar> named = counts.named().stream()
                .limit(COUNTRIES)
                .map(count -> new Bars.Bar(Format.plain(Format.country(count.name())), count.count(), ""))
                .toList();
        return Section.third(
                Section.card(
                        Bars.of("Countries most often named", List.of("Country", "Articles", ""), named),
                        Element.of("p", "In articles with a main topic. To be named is no accusation.")
                                .with("class", "note")),
                Section.card(heat.of(
                        "Articles that name both countries",
                        "Any other",
                        code -> Format.number(pairs.ofRow(code) - pairs.at(code, code)))));
    }

    private static <T> String largest(List<T> counted, ToLongFunction<T> count, Function<T, String> name) {
        return counted.stream()
                .limit(NAMED)
                .map(one -> name.apply(one) + " " + Format.number(count.applyAsLong(one)))
                .collect(Collectors.joining(", "));
    }

    private static Element countries(String counted, List<Count> countries) {
        List<List<Node>> rows = countries.stream()
                .map(count ->
                        List.of(Format.plain(Format.country(count.name())), Format.plain(Format.number(count.count()))))
                .toList();
        String heading = Format.words(counted);
        return Tables.of(heading + " by country", List.of("Country", heading), 1, rows);
    }

    /** A table of the places that most articles name. */
    private static Element places(ReportData data, List<Where.Spot> spots) {
        List<List<Node>> rows = spots.stream()
                .limit(PLACES)
                .map(spot -> List.of(
                        Format.plain(spot.place() + ", " + Format.country(spot.country())),
                        Format.plain(data.topicNames().of(spot.topic())),
                        Format.plain(Format.number(spot.count()))))
                .toList();
        List<String> headings = List.of("Place", "Most frequent topic", "Articles");
        Element card = Section.card(
                Tables.of("Articles by place", headings, 2, rows.subList(0, Math.min(ROWS_BESIDE, rows.size()))));
        if (rows.size() > ROWS_BESIDE) {
            card.add(Section.folded(
                    "More places",
                    Tables.of("Articles by place, continued", headings, 2, rows.subList(ROWS_BESIDE, rows.size()))));
        }
        return card.add(Element.of(
                        "p",
                        Format.plain(Format.number(spots.size()) + " places in all; the recipe "),
                        Element.of("code", "articles-by-place"),
                        Format.plain(" lists all, with coordinates, by topic."))
                .with("class", "note"));
    }
}
