package org.lintas.report.data;

/** Percentages. */
public final class Share {

    private Share() {}

    /** The percentage; 0 if the whole is 0. */
    public static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
