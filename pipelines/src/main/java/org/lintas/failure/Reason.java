package org.lintas.failure;

import java.sql.SQLException;
import java.util.List;

/** Describes the cause of an exception in one line. */
public final class Reason {

    private Reason() {}

    /**
     * The message of an error. For DuckDB the line that starts with "Error:" is preferred, since the first line may be
     * generic.
     */
    public static String of(Throwable error) {
        List<String> lines =
                String.valueOf(error.getMessage()).lines().map(String::strip).toList();
        String first = lines.stream()
                .filter(line -> line.startsWith("Error: "))
                .map(line -> line.substring("Error: ".length()))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(0));
        return error instanceof SQLException ? first : error.getClass().getSimpleName() + ": " + first;
    }
}
