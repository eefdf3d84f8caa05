package org.lintas.quality;

import java.util.Locale;

/**
 * What came of an expectation.
 *
 * @param checked rows, files or articles that were looked at
 * @param failing how many of them are not as they should be
 * @param detail one that is not, or why it was skipped; empty where all is well
 */
public record Outcome(String name, String about, Status status, long checked, long failing, String detail) {

    /** For people: how many were looked at, or what is wrong. */
    public String summary() {
        return switch (status) {
            case PASSED -> String.format(Locale.ROOT, "%,d", checked);
            case SKIPPED -> detail;
            case WARNED, FAILED -> String.format(Locale.ROOT, "%,d of %,d  %s  %s", failing, checked, about, detail);
        };
    }

    /** How an expectation ended. */
    public enum Status {
        PASSED,
        /** Not as usual, in a run whose operator cannot help it. */
        WARNED,
        FAILED,
        SKIPPED
    }
}
