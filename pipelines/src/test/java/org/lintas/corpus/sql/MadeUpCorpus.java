package org.lintas.corpus.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** A corpus of rows that a test makes up; datasets and columns of which it says nothing are empty. */
public final class MadeUpCorpus implements AutoCloseable {

    private final CorpusDatabase database;

    private MadeUpCorpus(CorpusDatabase database) {
        this.database = database;
    }

    /**
     * A corpus without rows.
     *
     * @param folder an empty one
     */
    public static MadeUpCorpus in(Path folder) throws SQLException {
        return new MadeUpCorpus(CorpusDatabase.openUnmarked(folder));
    }

    /**
     * Adds rows to a dataset.
     *
     * @param columns their names, separated by commas
     * @param rows the values of each in SQL, separated by commas
     */
    public MadeUpCorpus with(String dataset, String columns, String... rows) throws SQLException {
        database.execute("CREATE TABLE IF NOT EXISTS made_up_" + dataset + " AS FROM " + dataset);
        database.execute(
                "INSERT INTO made_up_" + dataset + " (" + columns + ") VALUES (" + String.join("), (", rows) + ")");
        database.execute("CREATE OR REPLACE VIEW " + dataset + " AS FROM made_up_" + dataset);
        return this;
    }

    public MadeUpCorpus set(String parameter, String value) throws SQLException {
        database.set(parameter, value);
        return this;
    }

    public CorpusDatabase database() {
        return database;
    }

    /** The rows that a recipe gives, each with the values of some columns, separated by spaces. */
    List<String> rows(String recipe, String... columns) throws SQLException {
        List<List<Object>> table =
                database.table(Recipes.named(recipe).orElseThrow().sql());
        List<Integer> shown = List.of(columns).stream()
                .map(column -> table.get(0).indexOf(column))
                .toList();
        return table.stream()
                .skip(1)
                .map(row -> shown.stream()
                        .map(column -> String.valueOf(row.get(column)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
