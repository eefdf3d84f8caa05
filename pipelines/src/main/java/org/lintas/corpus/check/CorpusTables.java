package org.lintas.corpus.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.lintas.corpus.sql.ColumnType;
import org.lintas.corpus.sql.DuckDb;
import org.lintas.failure.Reason;
import org.lintas.schemas.Dataset;

/**
 * A corpus and earlier corpora as views in DuckDB: {@code articles} and so on; {@code files_articles} with the columns {@code filename} and {@code
 * file_row_number}; {@code before_articles} over the earlier corpora. Partition columns are those of the files, not of their paths. A dataset whose
 * files cannot be read has no views; queries on them fail with the reason.
 */
final class CorpusTables implements AutoCloseable {

    private final DuckDb database;

    /** Types of the columns, by {@code dataset.column}. */
    private final Map<String, String> columns = new HashMap<>();

    /** The reason why a view is missing, by the name of the view. */
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    private CorpusTables(DuckDb database) {
        this.database = database;
    }

    /**
     * Opens the folders of corpora.
     *
     * @param before earlier corpora
     * @param memory memory limit of DuckDB in bytes
     * @throws SQLException if DuckDB cannot be opened
     */
    static CorpusTables open(Path corpus, List<Path> before, long memory) throws SQLException {
        var tables = new CorpusTables(DuckDb.open(memory));
        for (Dataset dataset : Dataset.values()) {
            String name = dataset.folder();
            try {
                tables.view(dataset, corpus);
            } catch (SQLException | IOException | UncheckedIOException e) {
                tables.unreadable.put(name, Reason.of(e));
                tables.unreadable.put("files_" + name, Reason.of(e));
            }
            try {
                tables.viewBefore(dataset, before);
            } catch (SQLException | IOException | UncheckedIOException e) {
                tables.unreadable.put("before_" + name, Reason.of(e));
            }
        }
        return tables;
    }

    private void view(Dataset dataset, Path corpus) throws SQLException, IOException {
        String name = dataset.folder();
        if (!holdsFiles(corpus.resolve(name))) {
            return;
        }
        String files =
                "read_parquet(" + globs(dataset, List.of(corpus)) + ", union_by_name = true, hive_partitioning = false";
        database.execute("CREATE VIEW " + name + " AS FROM " + files + ")");
        database.execute(
                "CREATE VIEW files_" + name + " AS FROM " + files + ", filename = true, file_row_number = true)");
        for (List<String> column : rows("DESCRIBE " + name)) {
            columns.put(name + "." + column.get(0), column.get(1));
        }
    }

    private void viewBefore(Dataset dataset, List<Path> before) throws SQLException, IOException {
        String name = dataset.folder();
        List<Path> holding = new ArrayList<>();
        for (Path earlier : before) {
            if (holdsFiles(earlier.resolve(name))) {
                holding.add(earlier);
            }
        }
        if (!holding.isEmpty()) {
            database.execute("CREATE VIEW before_" + name + " AS FROM read_parquet(" + globs(dataset, holding)
                    + ", union_by_name = true, hive_partitioning = false)");
        } else if (hasAny(dataset)) {
            database.execute("CREATE VIEW before_" + name + " AS FROM " + name + " WHERE false");
        }
    }

    private boolean hasAny(Dataset dataset) {
        return columns.keySet().stream().anyMatch(column -> column.startsWith(dataset.folder() + "."));
    }

    private static boolean holdsFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"));
        }
    }

    private static String globs(Dataset dataset, List<Path> corpora) {
        return corpora.stream()
                .map(corpus -> DuckDb.literal(corpus.resolve(dataset.folder()) + "/**/*.parquet"))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Sets a variable that queries read with {@code getvariable}. */
    void set(String variable, String value) throws SQLException {
        execute("SET VARIABLE " + variable + " = " + DuckDb.literal(value));
    }

    /** Runs a statement without a result. */
    void execute(String sql) throws SQLException {
        database.execute(sql);
    }

    /** Whether a dataset has a column, by {@code dataset.column}. */
    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The fault of a column: missing, or not of the type in the schema; empty if there is none. */
    Optional<String> fault(String column, Schema schema) throws SQLException {
        if (!has(column)) {
            return Optional.of(column + " is missing");
        }
        String actual = columns.get(column);
        // DuckDB has several names for a type.
        String expected = rows("DESCRIBE SELECT CAST(NULL AS " + ColumnType.of(schema) + ")")
                .get(0)
                .get(1);
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(column + " is " + actual + " instead of " + expected);
    }

    /** Why the files of a dataset cannot be read; empty if they can be read or there are none. */
    Optional<String> unreadable(String dataset) {
        return Optional.ofNullable(unreadable.get(dataset));
    }

    /**
     * The rows of a query, with values as text or null.
     *
     * @throws SQLException also if the query needs files that cannot be read
     */
    List<List<String>> rows(String sql) throws SQLException {
        for (Map.Entry<String, String> view : unreadable.entrySet()) {
            if (Pattern.compile("\\b" + view.getKey() + "\\b").matcher(sql).find()) {
                throw new SQLException(view.getValue());
            }
        }
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int c = 1; c <= width; c++) {
                    row.add(result.getString(c));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
