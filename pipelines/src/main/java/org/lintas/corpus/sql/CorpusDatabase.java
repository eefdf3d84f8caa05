package org.lintas.corpus.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;
import org.lintas.schemas.Dataset;

/**
 * Queries a corpus in SQL with DuckDB: each dataset is a view, defined in {@code views.sql}. Times are in UTC. The corpus is only read. Not
 * thread-safe.
 */
public final class CorpusDatabase implements AutoCloseable {

    /** Separates two statements. */
    private static final Pattern STATEMENTS = Pattern.compile(";\\s*\\n");

    private final DuckDb database;

    /** Converts a row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes a row of a result. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** Reads a result, row by row, from before its first row on. */
    @FunctionalInterface
    public interface ResultReader {
        void read(ResultSet result) throws SQLException, IOException;
    }

    private CorpusDatabase(DuckDb database) {
        this.database = database;
    }

    /**
     * Opens a finished corpus on the local disk.
     *
     * @throws RunFailure if the folder contains no finished corpus, or its files differ from the manifest
     * @throws SQLException if its files cannot be read, or DuckDB is not on the class path
     */
    public static CorpusDatabase open(Path corpus) throws SQLException {
        FinishedCorpus.open(
                "--corpus", new Layout(corpus.toAbsolutePath().normalize().toString()));
        return openUnmarked(corpus);
    }

    /**
     * Opens a finished corpus on the local disk with a limit of memory.
     *
     * @param memory memory of DuckDB in bytes; with less memory, fewer threads are used
     * @throws RunFailure if the folder contains no finished corpus, or its files differ from the manifest
     * @throws SQLException if its files cannot be read, or DuckDB is not on the class path
     */
    public static CorpusDatabase open(Path corpus, long memory) throws SQLException {
        FinishedCorpus.open(
                "--corpus", new Layout(corpus.toAbsolutePath().normalize().toString()));
        return of(corpus, DuckDb.open(memory));
    }

    /** Opens a corpus whose datasets are complete and that is not marked as finished yet. */
    public static CorpusDatabase openUnmarked(Path corpus) throws SQLException {
        return of(corpus, DuckDb.open());
    }

    private static CorpusDatabase of(Path corpus, DuckDb duckDb) throws SQLException {
        var database = new CorpusDatabase(duckDb);
        try {
            database.set("corpus", corpus.toString());
            database.createViews(corpus);
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private void createViews(Path corpus) throws SQLException {
        Map<String, Dataset> empty = new HashMap<>();
        for (Dataset dataset : Dataset.values()) {
            if (Files.notExists(corpus.resolve(dataset.folder()))) {
                empty.put("VIEW " + dataset.folder() + " AS", dataset);
            }
        }
        for (String statement : STATEMENTS.split(resource("views.sql"))) {
            Optional<Dataset> without = empty.keySet().stream()
                    .filter(statement::contains)
                    .findFirst()
                    .map(empty::get);
            execute(without.isPresent() ? EmptyView.sql(without.get()) : statement);
        }
    }

    /** Sets an SQL variable, read with {@code getvariable(name)}. */
    public void set(String name, String value) throws SQLException {
        execute("SET VARIABLE \"" + name.replace("\"", "\"\"") + "\" = " + DuckDb.literal(value));
    }

    /** Runs statements without results. */
    public void execute(String sql) throws SQLException {
        database.execute(sql);
    }

    /** A statement whose values are given as parameters; another thread may cancel it. */
    public PreparedStatement prepare(String sql) throws SQLException {
        return database.prepare(sql);
    }

    /** The rows of a query. */
    public <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        }
    }

    /** Visits the rows of a query, one by one. */
    public void each(String sql, RowVisitor visitor) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                visitor.visit(result);
            }
        }
    }

    /** Reads the result of a query; false if the statement has none. */
    public boolean read(String sql, ResultReader reader) throws SQLException, IOException {
        try (Statement statement = database.createStatement()) {
            if (!statement.execute(sql)) {
                return false;
            }
            try (ResultSet result = statement.getResultSet()) {
                reader.read(result);
                return true;
            }
        }
    }

    /**
     * The result of a statement, the column names first; empty if it has no result. Values are numbers, booleans, texts, nulls and lists of these;
     * other types, such as lists of structs, are converted to text by DuckDB.
     */
    public List<List<Object>> table(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            if (!statement.execute(sql)) {
                return List.of();
            }
            try (ResultSet result = statement.getResultSet()) {
                int columns = result.getMetaData().getColumnCount();
                var rows = new ArrayList<List<Object>>();
                var names = new ArrayList<>();
                for (int c = 1; c <= columns; c++) {
                    names.add(result.getMetaData().getColumnLabel(c));
                }
                rows.add(names);
                while (result.next()) {
                    var row = new ArrayList<>();
                    for (int c = 1; c <= columns; c++) {
                        Object value = result.getObject(c);
                        row.add(
                                isPlain(value)
                                        ? value
                                        : value instanceof Array array ? list(array, result, c) : result.getString(c));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    private static boolean isPlain(Object value) {
        return value == null || value instanceof Number || value instanceof Boolean || value instanceof String;
    }

    private static Object list(Array array, ResultSet result, int column) throws SQLException {
        List<Object> values = Arrays.asList((Object[]) array.getArray());
        return values.stream().allMatch(CorpusDatabase::isPlain) ? values : result.getString(column);
    }

    /**
     * The rows of a query, each as a JSON object, with lists and structs of any depth; empty for a statement that is no single query, or fails.
     */
    public Optional<List<String>> json(String sql) {
        String query = sql.strip().replaceAll(";$", "");
        try {
            return Optional.of(query(
                    "SELECT CAST(to_json(result) AS VARCHAR) FROM (\n" + query + "\n) AS result",
                    row -> row.getString(1)));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** A file of {@code schemas/src/main/sql}. */
    static String resource(String name) {
        try (InputStream in = CorpusDatabase.class.getResourceAsStream("/org/lintas/schemas/sql/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException(name + ": no such SQL file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
