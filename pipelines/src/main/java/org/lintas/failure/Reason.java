package org.lintas.failure;

import java.sql.SQLException;
import java.util.List;

/** Why something went wrong, in one line. */
public final class Reason {

    private Reason() {}

    /** What an error says; the first line of DuckDB may only say that something did. */
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
