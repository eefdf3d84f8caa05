package org.lintas.failure;

/** Ends a command with one line for its user and an exit code. */
public final class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Arguments, lines of files and messages of libraries may be of any length: nobody reads more. */
    private static final int MAX_MESSAGE = 2_000;

    private final ExitCode code;

    /**
     * A failure that ends the command.
     *
     * @param message names the flag and says what to do; of a very long one the beginning is told
     */
    public RunFailure(ExitCode code, String message) {
        super(message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…");
        this.code = code;
    }

    public static RunFailure usage(String message) {
        return new RunFailure(ExitCode.USAGE, message);
    }

    public ExitCode code() {
        return code;
    }
}
