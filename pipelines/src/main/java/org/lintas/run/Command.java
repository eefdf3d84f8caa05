package org.lintas.run;

import java.io.IOError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.lintas.storage.TemporaryFiles;

/**
 * What the commands that are no pipelines have in common: help, flags, one line for what went wrong, the exit code.
 *
 * @param help what {@code --help} prints
 * @param flags names of its flags
 * @param action what it does
 */
public record Command(String help, Set<String> flags, Action action) {

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
            TemporaryFiles.open();
            return action.run(Flags.parse(flags, args));
        } catch (RunFailure e) {
            System.err.println("lintas: " + e.getMessage());
            return e.code();
        } catch (IOException | SQLException | IOError e) {
            System.err.println("lintas: failed: " + explain(e));
            return ExitCode.PIPELINE_FAILED;
        }
    }

    /** What went wrong, in one line; the first line of DuckDB may only say that something did. */
    public static String explain(Throwable e) {
        List<String> lines =
                String.valueOf(e.getMessage()).lines().map(String::strip).toList();
        String first = lines.stream()
                .filter(line -> line.startsWith("Error: "))
                .map(line -> line.substring("Error: ".length()))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(0));
        return e instanceof SQLException ? first : e.getClass().getSimpleName() + ": " + first;
    }
}
