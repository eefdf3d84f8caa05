package org.lintas.quality;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.schemas.Dataset;
import org.lintas.storage.TemporaryFiles;

/**
 * A corpus and those before it as views in DuckDB: {@code articles} and so on; {@code files_articles} with the columns {@code filename} and
 * {@code file_row_number}; {@code before_articles} over the earlier corpora. Partition columns are those
 * of the files, not of their paths. What does not fit in memory goes to a temporary folder.
 */
public final class CorpusTables implements AutoCloseable {

    private static final String MEMORY = "1GB";

    private final Connection connection;
    private final Path spill;
    private final Set<String> columns = new HashSet<>();

    private CorpusTables(Connection connection, Path spill) {
        this.connection = connection;
        this.spill = spill;
    }

    /**
     * Opens the folders of corpora.
     *
     * @param before earlier corpora
     * @throws SQLException if DuckDB is not on the class path or a file cannot be read
     */
    public static CorpusTables open(Path corpus, List<Path> before) throws SQLException, IOException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        TemporaryFiles.removeLoaded("libduckdb_java");
        Path spill = Files.createTempDirectory(TemporaryFiles.folder(), "lintas-check");
        var tables = new CorpusTables(connection, spill);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '" + MEMORY + "'");
            statement.execute("SET temp_directory = '" + quoted(spill) + "'");
            statement.execute("SET preserve_insertion_order = false");
            for (Dataset dataset : Dataset.values()) {
                tables.view(dataset, corpus, before);
            }
        } catch (SQLException | RuntimeException e) {
            tables.close();
            throw e;
        }
        return tables;
    }

    private void view(Dataset dataset, Path corpus, List<Path> before) throws SQLException, IOException {
        String name = dataset.folder();
        if (!holdsFiles(corpus.resolve(name))) {
            return;
        }
        execute("CREATE VIEW " + name + " AS FROM read_parquet(" + globs(dataset, List.of(corpus))
                + ", union_by_name = true, hive_partitioning = false)");
        execute("CREATE VIEW files_" + name + " AS FROM read_parquet(" + globs(dataset, List.of(corpus))
                + ", union_by_name = true, hive_partitioning = false, filename = true, file_row_number = true)");
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE " + name)) {
            while (described.next()) {
                columns.add(name + "." + described.getString(1));
            }
        }
        List<Path> holding = new ArrayList<>();
        for (Path earlier : before) {
            if (holdsFiles(earlier.resolve(name))) {
                holding.add(earlier);
            }
        }
        if (!holding.isEmpty()) {
            execute("CREATE VIEW before_" + name + " AS FROM read_parquet(" + globs(dataset, holding)
                    + ", union_by_name = true, hive_partitioning = false)");
        } else {
            execute("CREATE VIEW before_" + name + " AS FROM " + name + " WHERE false");
        }
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
                .map(corpus -> "'" + quoted(corpus.resolve(dataset.folder())) + "/**/*.parquet'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    /** Sets a variable that queries read with {@code getvariable}. */
    void set(String variable, String value) throws SQLException {
        execute("SET VARIABLE " + variable + " = '" + value.replace("'", "''") + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether a dataset has a column, by {@code dataset.column}. */
    boolean has(String column) {
        return columns.contains(column);
    }

    /** Rows of a query, each its values as text, null where there is none. */
    public List<List<String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
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
    public void close() throws SQLException, IOException {
        connection.close();
        try (Stream<Path> files = Files.walk(spill)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
