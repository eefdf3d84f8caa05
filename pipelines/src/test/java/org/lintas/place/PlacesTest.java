package org.lintas.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lintas.report.chart.RegionMap;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

class PlacesTest {

    private static final double UNITS = 20;
    private static final double KM_OF_A_DEGREE = 111.2;
    private static final double NEAR_KM = 30;
    private static final double APART_KM = 1.5;

    /** Places of countries on the map of the report that are outside of its frame, or on an island too small for it. */
    private static final Set<String> OFF_THE_MAP = Set.of(
            "Kabul",
            "Karachi",
            "Moscow",
            "Saint Petersburg",
            "Canberra",
            "Sydney",
            "Melbourne",
            "Brisbane",
            "Port Moresby",
            "Ulaanbaatar",
            "Tawi-Tawi",
            "Astana",
            "Atauro",
            "Balochistan",
            "Batanes",
            "Bougainville",
            "Camiguin",
            "Chechnya",
            "Con Dao",
            "Dagestan",
            "Heilongjiang",
            "Helmand",
            "Herat",
            "Kandahar",
            "Karimun",
            "Kazan",
            "Kinmen",
            "Krasnogorsk",
            "Kunduz",
            "Lae",
            "Mazar-i-Sharif",
            "New South Wales",
            "Penghu",
            "Queensland",
            "Sangihe",
            "Sindh",
            "South Australia",
            "Tashkent",
            "Tasmania",
            "Victoria",
            "Western Australia");

    /** A point in degrees. */
    private record Point(double x, double y) {}

    private final Set<Places.Place> places = Arrays.stream(Language.values())
            .flatMap(language -> Places.byName(language).values().stream())
            .filter(place -> !place.isNone())
            .collect(Collectors.toSet());

    @Test
    void eachPlaceLiesInItsCountryOrBesideIt() {
        Map<String, List<List<Point>>> countries = outlines();
        List<Places.Place> mapped = places.stream()
                .filter(place -> countries.containsKey(place.country()) && !OFF_THE_MAP.contains(place.name()))
                .toList();

        assertThat(mapped).hasSizeGreaterThan(250);
        assertThat(mapped)
                .allSatisfy(place -> assertThat(kilometres(countries.get(place.country()), point(place)))
                        .as(place.name())
                        .isLessThan(NEAR_KM));
        assertThat(kilometres(countries.get("KH"), new Point(100.515, 13.752))).isGreaterThan(NEAR_KM);
    }

    @Test
    void noTwoPlacesStandAtOnePoint() {
        assertThat(places).hasSize(1_037);
        assertThat(places)
                .allSatisfy(place -> assertThat(places.stream()
                                .filter(other -> !other.equals(place) && apart(point(place), point(other)) < APART_KM))
                        .as(place.name())
                        .isEmpty());
    }

    private static Point point(Places.Place place) {
        return new Point(place.longitude(), place.latitude());
    }

    /** The rings of the countries on the map of the report. */
    private static Map<String, List<List<Point>>> outlines() {
        Map<String, List<List<Point>>> countries = new HashMap<>();
        for (List<String> row : WordTable.read(RegionMap.class, "outlines.tsv", 2)) {
            countries.put(
                    row.get(0),
                    Arrays.stream(row.get(1).split("z")).map(PlacesTest::ring).toList());
        }
        return countries;
    }

    private static List<Point> ring(String path) {
        var ring = new ArrayList<Point>();
        Matcher numbers = Pattern.compile("(-?\\d+)[ ]?(-?\\d+)").matcher(path);
        double x = 0;
        double y = 0;
        while (numbers.find()) {
            x += Integer.parseInt(numbers.group(1)) / UNITS;
            y += Integer.parseInt(numbers.group(2)) / UNITS;
            ring.add(new Point(x, y));
        }
        return ring;
    }

    /** To the nearest border, 0 inside. */
    private static double kilometres(List<List<Point>> rings, Point point) {
        double nearest = Double.MAX_VALUE;
        for (List<Point> ring : rings) {
            boolean inside = false;
            for (int i = 0; i < ring.size(); i++) {
                Point a = ring.get(i);
                Point b = ring.get((i + 1) % ring.size());
                if (a.y > point.y != b.y > point.y && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
                    inside = !inside;
                }
                nearest = Math.min(nearest, apart(point, nearestOn(a, b, point)));
            }
            if (inside) {
                return 0;
            }
        }
        return nearest;
    }

    private static Point nearestOn(Point a, Point b, Point point) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy);
        double within = Math.max(0, Math.min(1, share));
        return new Point(a.x + within * dx, a.y + within * dy);
    }

    private static double apart(Point a, Point b) {
        double east = (a.x - b.x) * Math.cos(Math.toRadians((a.y + b.y) / 2));
        return KM_OF_A_DEGREE * Math.hypot(east, a.y - b.y);
    }
}
