package org.lintas.failure;

/** Ends a command with a one-line message for the user and an exit code. */
public final class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Messages may quote arguments, lines of files and messages of libraries of any length. */
    private static final int MAX_MESSAGE = 2_000;

    private final ExitCode code;

    /**
     * A failure that ends the command.
     *
     * @param message names the flag and says what to do; a very long message is cut
     */
    public RunFailure(ExitCode code, String message) {
        super(message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…");
        this.code = code;
    }

    public static RunFailure usage(String message) {
        return new RunFailure(ExitCode.USAGE, message);
    }

    /** Of a file or folder, named by a flag, that cannot be written. */
    public static RunFailure unwritable(String flag, String place, Exception cause) {
        return usage(flag + "=" + place + ": is not writable (" + cause + "); make it so, or choose another");
    }

    public ExitCode code() {
        return code;
    }
}
