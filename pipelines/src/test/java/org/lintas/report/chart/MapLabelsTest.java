package org.lintas.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapLabelsTest {

    /** A letter is hardly wider than so much of its height. */
    private static final double LETTER = 0.57;

    @ParameterizedTest
    @CsvSource({"0, 15, 6", "1, 9.5, 14", "2, 6, 30"})
    void namesDoNotOverlapAtAnyWidth(int width, double size, int most) {
        List<Element> names = new ArrayList<>();
        for (int level = 0; level <= width; level++) {
            names.addAll(labels(many()).select(".l" + level));
        }
        List<Rectangle2D> boxes = names.stream().map(name -> box(name, size)).toList();

        assertThat(names).hasSizeBetween(3, most);
        for (int i = 0; i < boxes.size(); i++) {
            Rectangle2D box = boxes.get(i);
            assertThat(boxes.subList(0, i)).as(names.get(i).text()).noneMatch(box::intersects);
            assertThat(new Rectangle2D.Double(0, 0, Svg.WIDTH, MapFrame.HEIGHT).contains(box))
                    .as(names.get(i).text())
                    .isTrue();
        }
    }

    @Test
    void aNameAtTheEdgeStandsAtTheOtherSide() {
        Element labels = labels(List.of(new MapLabels.Circle(350, 100, 4, "Jayapura")));

        assertThat(labels.select("text.l0.left").eachText()).containsExactly("Jayapura");
        assertThat(labels.select("text").attr("x")).isEqualTo("344.5");
    }

    @Test
    void aNameDoesNotLieOnALargeCircle() {
        Element labels = labels(
                List.of(new MapLabels.Circle(100, 100, 5, "Poipet"), new MapLabels.Circle(120, 100, 10, "Battambang")));

        assertThat(labels.select("text.left").eachText()).containsExactly("Poipet");
    }

    @Test
    void thePlacesOfAnEmptyMapHaveNoNames() {
        assertThat(labels(List.of()).select("text")).isEmpty();
    }

    /** Circles close together, the largest first. */
    private static List<MapLabels.Circle> many() {
        var random = new Random(1);
        var circles = new ArrayList<MapLabels.Circle>();
        for (int i = 0; i < 200; i++) {
            circles.add(new MapLabels.Circle(
                    random.nextDouble() * Svg.WIDTH,
                    random.nextDouble() * MapFrame.HEIGHT,
                    1 + 400.0 / (40 + 10 * i),
                    "x".repeat(4 + random.nextInt(12)) + i));
        }
        circles.sort(Comparator.comparingDouble(MapLabels.Circle::radius).reversed());
        return circles;
    }

    private static Element labels(List<MapLabels.Circle> circles) {
        return Jsoup.parse("<svg>" + MapLabels.of(circles) + "</svg>").selectFirst("svg");
    }

    private static Rectangle2D box(Element name, double size) {
        double length = name.text().length() * LETTER * size;
        double x = Double.parseDouble(name.attr("x")) - (name.hasClass("left") ? length : 0);
        double shift = name.hasAttr("dy") ? Double.parseDouble(name.attr("dy").replace("em", "")) * size : 0;
        return new Rectangle2D.Double(x, Double.parseDouble(name.attr("y")) + shift - size / 2, length, size);
    }
}
