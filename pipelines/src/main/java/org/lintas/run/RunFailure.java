package org.lintas.run;

/** Ends a command with one line for its user and an exit code. */
public final class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode code;

    /**
     * A failure that ends the command.
     *
     * @param message names the flag and says what to do
     */
    public RunFailure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    public static RunFailure usage(String message) {
        return new RunFailure(ExitCode.USAGE, message);
    }

    public ExitCode code() {
        return code;
    }
}
