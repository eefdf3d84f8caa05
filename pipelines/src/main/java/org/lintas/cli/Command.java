package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.storage.TemporaryFiles;

/**
 * What the commands that are no pipelines have in common: help, flags, one line for what went wrong, the exit code.
 *
 * @param help what {@code --help} prints
 * @param flags names of its flags
 * @param anyLocale whether it works where names of files get lost, too
 * @param action what it does
 */
public record Command(String help, Set<String> flags, boolean anyLocale, Action action) {

    /** A command that needs a locale in UTF-8. */
    public Command(String help, Set<String> flags, Action action) {
        this(help, flags, false, action);
    }

    /** What a command does. */
    @FunctionalInterface
    public interface Action {
        /** Does it, and says how it ended. */
        ExitCode run(Flags flags) throws IOException, SQLException;
    }

    /** Runs the command; what went wrong is told on standard error. */
    public ExitCode run(String... args) {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(help);
            return ExitCode.OK;
        }
        try {
            if (!anyLocale) {
                LocaleCharset.check();
            }
            TemporaryFiles.open();
            return action.run(Flags.parse(flags, args));
        } catch (RunFailure e) {
            System.err.println("lintas: " + e.getMessage());
            return e.code();
        } catch (OutOfMemoryError e) {
            System.err.println("lintas: out of memory (" + e.getMessage() + "): raise it in LINTAS_JAVA_OPTS");
            return ExitCode.PIPELINE_FAILED;
        } catch (IOException | SQLException | IOError e) {
            System.err.println("lintas: failed: " + explain(e));
            return ExitCode.PIPELINE_FAILED;
        }
    }

    /** What went wrong, in one line. */
    public static String explain(Throwable e) {
        return Reason.of(e);
    }
}
