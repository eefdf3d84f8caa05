package org.lintas.failure;

/** Exit codes of the commands. The numbers are part of the public command-line interface. */
public enum ExitCode {
    OK(0),
    USAGE(2),
    INPUT_MISSING(3),
    PIPELINE_FAILED(4),
    REJECT_RATE_EXCEEDED(5),
    EXPECTATION_FAILED(6);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
