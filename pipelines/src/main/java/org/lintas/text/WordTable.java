package org.lintas.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a table of words from the class path: UTF-8, tab-separated, {@code #} starts a comment line. */
public final class WordTable {

    private WordTable() {}

    /**
     * The rows of a table, each as its columns.
     *
     * @param columns columns that a row must have at least
     * @throws IllegalStateException if the table is missing or a row is too short, which is an error of the build
     */
    public static List<List<String>> read(Class<?> owner, String name, int columns) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no table " + name + " in the package of " + owner.getName());
            }
            var rows = new ArrayList<List<String>>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> row = List.of(line.split("\t", -1));
                if (row.size() < columns) {
                    throw new IllegalStateException(name + ": fewer than " + columns + " columns: " + line);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
