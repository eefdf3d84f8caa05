package org.lintas.report.chart;

import java.util.Locale;

/**
 * The part of the earth that the map shows, from India to Japan and New Guinea, and where its points are drawn: an equirectangular projection, true
 * to scale along the 15th parallel, which runs through the middle of the region.
 */
final class MapFrame {

    private static final double WEST = 76;
    private static final double EAST = 141.5;
    private static final double SOUTH = -11.5;
    private static final double NORTH = 41.5;

    private static final double ACROSS = Svg.WIDTH / (EAST - WEST);
    private static final double DOWN = ACROSS / Math.cos(Math.toRadians(15));

    /** Height of the drawing. */
    static final int HEIGHT = (int) Math.ceil((NORTH - SOUTH) * DOWN);

    private MapFrame() {}

    static boolean shows(double latitude, double longitude) {
        return latitude > SOUTH && latitude < NORTH && longitude > WEST && longitude < EAST;
    }

    static double x(double longitude) {
        return (longitude - WEST) * ACROSS;
    }

    static double y(double latitude) {
        return (NORTH - latitude) * DOWN;
    }

    /** What turns a path of degrees east and north into one of the drawing, as an SVG transform. */
    static String transform(double unitsOfADegree) {
        return "matrix(" + exact(ACROSS / unitsOfADegree) + " 0 0 " + exact(-DOWN / unitsOfADegree) + " "
                + Svg.number(x(0)) + " " + Svg.number(y(0)) + ")";
    }

    private static String exact(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
