package org.lintas.corpus.check;

import java.util.Locale;

/**
 * What came of an expectation.
 *
 * @param checked rows, files or articles that were looked at
 * @param failing how many of them are not as they should be
 * @param detail one that is not, or why it was skipped or could not be checked; empty where all is well
 */
public record Outcome(String name, String about, Status status, long checked, long failing, String detail) {

    /** Of something that holds unless some are failing. */
    static Outcome counted(String name, String about, long checked, long failing, String detail) {
        return new Outcome(name, about, failing == 0 ? Status.PASSED : Status.FAILED, checked, failing, detail);
    }

    /** Of something that could not be looked at, and why. */
    static Outcome unchecked(String name, String about, String why) {
        return new Outcome(name, about, Status.UNCHECKED, 0, 0, why);
    }

    /** For people: how many were looked at, or what is wrong. */
    public String summary() {
        return switch (status) {
            case PASSED -> String.format(Locale.ROOT, "%,d", checked);
            case SKIPPED, UNCHECKED -> detail;
            case WARNED, FAILED -> String.format(Locale.ROOT, "%,d of %,d  %s  %s", failing, checked, about, detail);
        };
    }

    /** How an expectation ended. */
    public enum Status {
        PASSED,
        /** Not as usual, in a run whose operator cannot help it. */
        WARNED,
        FAILED,
        /** There is nothing to look at. */
        SKIPPED,
        /** Could not be looked at, for want of memory, disk or a file that can be read: says nothing of the corpus. */
        UNCHECKED
    }
}
