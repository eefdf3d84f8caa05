package org.lintas.incident;

/** Whether one number is another one rounded, as headlines have it: 3,000 for 2,883, "more than 5 tonnes" for 5,264 kg. */
final class Rounding {

    /** A rounded number has so many significant digits at most. */
    private static final int MOST_DIGITS = 2;

    /** A rounded number differs by this share at most: further apart they may be two lots. */
    private static final double MOST_APART = .15;

    /** Numbers that differ by less than this share are the same. */
    private static final double SAME = .02;

    /** Whole numbers below this are not told rounded. */
    private static final double LEAST_COUNT = 100;

    private static final int TEN = 10;

    private Rounding() {}

    /** Whether two numbers tell the same: they differ by little, or one is the other rounded. */
    static boolean agree(double one, double other) {
        return Math.abs(one - other) <= SAME * Math.max(Math.abs(one), Math.abs(other))
                || isRounded(one, other)
                || isRounded(other, one);
    }

    /**
     * Whether a number is another one of two significant digits or more, rounded to one or two, to the nearest or down. Of things that are counted one by one fewer
     * than a hundred are told as they are: eleven are not ten.
     */
    static boolean isRounded(double rounded, double exact) {
        if (rounded <= 0 || rounded == exact || Math.abs(rounded - exact) > MOST_APART * rounded) {
            return false;
        }
        if (isWhole(exact / step(exact)) || (rounded < LEAST_COUNT && isWhole(exact))) {
            return false;
        }
        double step = step(rounded);
        for (int digits = 1; digits <= MOST_DIGITS; digits++, step /= TEN) {
            double steps = exact / step;
            if (isWhole(rounded / step) && !isWhole(steps)) {
                double told = Math.rint(rounded / step);
                return Math.floor(steps) == told || Math.rint(steps) == told;
            }
        }
        return false;
    }

    /** What the first digit of a number counts. */
    private static double step(double number) {
        return StrictMath.pow(TEN, Math.floor(StrictMath.log10(number)));
    }

    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < 1e-6;
    }
}
