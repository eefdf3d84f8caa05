package org.lintas.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lintas.report.html.Element;

/**
 * Names beside circles, such that none lies on another or on a circle that is not much smaller than its own. The narrower the map, the larger its letters are in
 * its own units and the fewer names fit: each name has the class of the narrowest map that it fits.
 */
final class MapLabels {

    /** Sizes of letters on narrow, middling and wide maps, in units of the drawing; as in {@code report.css}. */
    private static final double[] SIZES = {15, 9.5, 6};

    /** Names on a map of each width, at most. */
    private static final int[] MOST = {6, 14, 30};

    private static final double WIDTH_OF_LETTER = 0.58;
    private static final double HEIGHT_OF_LINE = 1.15;
    private static final double GAP = 1.5;
    private static final double[] SHIFTS = {0, -0.6, 0.6};

    /** A name may lie on a circle that is smaller, or half as large as its own. */
    private static final double VERY_SMALL = 2;

    /** A circle on the map with its name. */
    record Circle(double x, double y, double radius, String name) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && right > other.left && top < other.bottom && bottom > other.top;
        }

        boolean isWithin(double width, double height) {
            return left >= 0 && top >= 0 && right <= width && bottom <= height;
        }
    }

    /**
     * A name at the right or the left of its circle.
     *
     * @param shift how much lower than the circle, in sizes of its letters
     * @param width index of the narrowest map that it fits
     */
    private record Label(Circle circle, boolean right, double shift, int width) {

        double x() {
            return right ? circle.x + circle.radius + GAP : circle.x - circle.radius - GAP;
        }

        Box box(double size) {
            double length = circle.name.codePointCount(0, circle.name.length()) * WIDTH_OF_LETTER * size;
            double half = HEIGHT_OF_LINE * size / 2;
            double y = circle.y + shift * size;
            double left = right ? x() : x() - length;
            return new Box(left, y - half, left + length, y + half);
        }

        Element drawn() {
            Element name = Svg.text(x(), circle.y, "l" + width + (right ? "" : " left"), circle.name);
            return shift == 0 ? name : name.with("dy", shift + "em");
        }
    }

    private MapLabels() {}

    /** The names of the circles, which come in the order of their weight. */
    static Element of(List<Circle> circles) {
        var labels = new ArrayList<Label>();
        for (int width = 0; width < SIZES.length; width++) {
            for (int i = 0; i < circles.size() && labels.size() < MOST[width]; i++) {
                Circle circle = circles.get(i);
                if (labels.stream().noneMatch(label -> label.circle.equals(circle))) {
                    place(circle, circles, labels, width).ifPresent(labels::add);
                }
            }
        }
        Element names = Element.of("g").with("class", "names");
        labels.forEach(label -> names.add(label.drawn()));
        return names;
    }

    /** The first of the places beside a circle that is free. */
    private static Optional<Label> place(Circle circle, List<Circle> circles, List<Label> labels, int width) {
        double size = SIZES[width];
        for (double shift : SHIFTS) {
            for (boolean right : new boolean[] {true, false}) {
                var label = new Label(circle, right, shift, width);
                Box box = label.box(size);
                boolean isFree = box.isWithin(Svg.WIDTH, MapFrame.HEIGHT)
                        && labels.stream().noneMatch(other -> box.meets(other.box(size)))
                        && circles.stream()
                                .filter(other -> !other.equals(circle)
                                        && other.radius >= Math.max(VERY_SMALL, circle.radius / 2))
                                .noneMatch(other -> box.meets(around(other)));
                if (isFree) {
                    return Optional.of(label);
                }
            }
        }
        return Optional.empty();
    }

    private static Box around(Circle circle) {
        return new Box(
                circle.x - circle.radius, circle.y - circle.radius, circle.x + circle.radius, circle.y + circle.radius);
    }
}
