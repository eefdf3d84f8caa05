package org.lintas.report.data;

/** Part of a whole. */
public final class Share {

    private Share() {}

    /** Per cent, 0 of nothing. */
    public static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
