package org.lintas.corpus.check;

import java.util.Locale;

/**
 * The result of an expectation.
 *
 * @param checked number of rows, files or articles checked
 * @param failing number of these that fail
 * @param detail a failing example, or why the expectation was skipped or not checked; empty if it passed
 */
public record Outcome(String name, String about, Status status, long checked, long failing, String detail) {

    /** Passed if nothing fails, else failed. */
    static Outcome counted(String name, String about, long checked, long failing, String detail) {
        return new Outcome(name, about, failing == 0 ? Status.PASSED : Status.FAILED, checked, failing, detail);
    }

    /** Not checked, with the reason. */
    static Outcome unchecked(String name, String about, String why) {
        return new Outcome(name, about, Status.UNCHECKED, 0, 0, why);
    }

    /** A readable summary: how many were checked, or what is wrong. */
    public String summary() {
        return switch (status) {
            case PASSED -> String.format(Locale.ROOT, "%,d", checked);
            case SKIPPED, UNCHECKED -> detail;
            case WARNED, FAILED -> String.format(Locale.ROOT, "%,d of %,d  %s  %s", failing, checked, about, detail);
        };
    }

    /** The status of an expectation. */
    public enum Status {
        PASSED,
        /** The data is unusual; only a warning at the end of a build. */
        WARNED,
        FAILED,
        /** There is nothing to check. */
        SKIPPED,
        /** Could not be checked because of too little memory or disk or an unreadable file; says nothing about the corpus. */
        UNCHECKED
    }
}
