package org.lintas.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.lintas.report.data.Count;
import org.lintas.report.data.Where;
import org.lintas.report.html.Element;
import org.lintas.text.WordTable;

/**
 * A map of South, East and Southeast Asia: countries are darker for larger numbers, and circles at places have areas in
 * proportion to theirs. What lies outside of it is not drawn. A circle may lead to what the page has of its place, for those
 * who point at it; for others the page has it anyway. Countries and borders are those of Natural Earth ({@code outlines.md}).
 */
public final class RegionMap {

    /** Steps of a degree in {@code outlines.tsv}. */
    private static final double UNITS = 20;

    private static final int SHADES = 5;
    private static final double LARGEST = 10;
    private static final double SMALLEST = 1;

    /** A place with fewer does not get the largest circle, even if none has more. */
    private static final long FEW = 25;

    /** Places that are drawn, at most: those with the largest numbers. */
    private static final int MOST = 1_000;

    /** The place of the key to the circles, in the Indian Ocean. */
    private static final double KEY_LEFT = 16;

    private static final double KEY_BOTTOM = 10;

    private RegionMap() {}

    /**
     * The map.
     *
     * @param title what it shows, in a few words
     * @param description the same at length
     * @param countries numbers by ISO code
     * @param target the id of the element of the page that a place leads to, if there is one
     * @param country name of a country by its code
     * @param number how a number is written
     */
    public static Element of(
            String title,
            String description,
            List<Count> countries,
            List<Where.Spot> spots,
            Function<Where.Spot, Optional<String>> target,
            Function<String, String> country,
            LongFunction<String> number) {
        Element drawing = Svg.drawing(MapFrame.HEIGHT, title)
                .with("class", "map")
                .with("aria-describedby", "map-description")
                .add(Element.of("desc", description).with("id", "map-description"))
                .add(Svg.rectangle(0, 0, Svg.WIDTH, MapFrame.HEIGHT, "sea"))
                .add(land(countries, country, number));
        List<Where.Spot> shown = spots.stream()
                .filter(spot -> spot.point()
                        .filter(point -> MapFrame.shows(point.latitude(), point.longitude()))
                        .isPresent())
                .sorted(Comparator.comparingLong(Where.Spot::count).reversed())
                .limit(MOST)
                .toList();
        long most = shown.stream().mapToLong(Where.Spot::count).max().orElse(0);
        var circles = new ArrayList<MapLabels.Circle>();
        Element dots = Element.of("g").with("class", "dots");
        for (Where.Spot spot : shown) {
            Where.Point point = spot.point().orElseThrow();
            var circle = new MapLabels.Circle(
                    MapFrame.x(point.longitude()),
                    MapFrame.y(point.latitude()),
                    radius(spot.count(), most),
                    spot.place());
            circles.add(circle);
            Element dot = drawn(circle).add(Element.of("title", titled(spot.place(), spot.count(), number)));
            dots.add(target.apply(spot)
                    .map(id -> Element.of("a", dot).with("href", "#" + id).with("tabindex", "-1"))
                    .orElse(dot));
        }
        drawing.add(dots).add(MapLabels.of(circles));
        return most == 0 ? drawing : drawing.add(key(most, number));
    }

    private static Element land(List<Count> countries, Function<String, String> country, LongFunction<String> number) {
        Map<String, Long> counts = countries.stream().collect(Collectors.toMap(Count::name, Count::count));
        ToLongFunction<String> count = code -> counts.getOrDefault(code, 0L);
        List<List<String>> outlines = WordTable.read(RegionMap.class, "outlines.tsv", 2);
        long most = outlines.stream()
                .mapToLong(outline -> count.applyAsLong(outline.get(0)))
                .max()
                .orElse(0);
        Element land = Element.of("g").with("class", "land").with("transform", MapFrame.transform(UNITS));
        for (List<String> outline : outlines) {
            long own = count.applyAsLong(outline.get(0));
            land.add(Element.of("path", Element.of("title", titled(country.apply(outline.get(0)), own, number)))
                    .with("class", own == 0 ? "m" : "m" + shade(own, most))
                    .with("d", outline.get(1)));
        }
        return land;
    }

    private static String titled(String name, long count, LongFunction<String> number) {
        return name + ": " + number.apply(count);
    }

    /** With a square root, small numbers stay distinguishable. */
    private static int shade(long count, long most) {
        return Math.min(SHADES - 1, (int) (Math.sqrt((double) count / most) * SHADES));
    }

    private static double radius(long count, long most) {
        return Math.max(SMALLEST, LARGEST * Math.sqrt((double) count / Math.max(most, FEW)));
    }

    private static Element drawn(MapLabels.Circle circle) {
        return Element.of("circle")
                .with("cx", Svg.tenths(circle.x()))
                .with("cy", Svg.tenths(circle.y()))
                .with("r", Svg.tenths(circle.radius()));
    }

    /** The circle of the largest place, and one of a tenth of it, with their numbers. */
    private static Element key(long most, LongFunction<String> number) {
        Element key = Element.of("g").with("class", "key");
        double bottom = MapFrame.HEIGHT - KEY_BOTTOM;
        double widest = radius(most, most);
        for (long count : most < FEW ? List.of(most) : List.of(most, most / 10)) {
            double radius = radius(count, most);
            double shown = count == most && most >= FEW ? bottom - 2 * radius : bottom - radius;
            key.add(
                    drawn(new MapLabels.Circle(KEY_LEFT, bottom - radius, radius, "")),
                    Svg.text(KEY_LEFT + widest + 3, shown, "l0", number.apply(count)));
        }
        return key;
    }
}
