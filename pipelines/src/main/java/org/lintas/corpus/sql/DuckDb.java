package org.lintas.corpus.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import org.lintas.failure.Reason;
import org.lintas.storage.TemporaryFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An empty DuckDB database in this process; all access to DuckDB uses this class. Its memory is limited to {@link MemoryShare}; larger data is
 * spilled to a private temporary folder, which is deleted when the database is closed or the process ends. Not thread-safe.
 */
public final class DuckDb implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DuckDb.class);

    /** Memory for the buffers of one thread; with less memory, fewer threads are used. */
    private static final long MEMORY_OF_THREAD = 256L << 20;

    private final Connection connection;
    private final Path spill;
    private final Thread atExit;

    private DuckDb(Connection connection, Path spill) {
        this.connection = connection;
        this.spill = spill;
        this.atExit = new Thread(this::removeSpill, "remove " + spill);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Opens a database with the default share of the memory of this machine.
     *
     * @throws SQLException if DuckDB is missing or does not load, or temporary files cannot be created
     */
    public static DuckDb open() throws SQLException {
        return open(MemoryShare.bytes());
    }

    /** Opens a database with a memory limit in bytes. */
    public static DuckDb open(long memory) throws SQLException {
        Connection connection = connect();
        TemporaryFiles.removeLoaded("libduckdb_java");
        var database = new DuckDb(connection, temporaryFolder());
        try {
            long threads = Math.min(Runtime.getRuntime().availableProcessors(), memory / MEMORY_OF_THREAD);
            database.execute("SET memory_limit = '" + memory + "B'");
            database.execute("SET threads = " + Math.max(1, threads));
            database.execute("SET temp_directory = " + literal(database.spill.toString()));
            // Files of a corpus are written once, and asked about a hundred times.
            database.execute("SET parquet_metadata_cache = true");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private static Connection connect() throws SQLException {
        try {
            // Streams the rows: a long result is not held in memory.
            var properties = new Properties();
            properties.setProperty("jdbc_stream_results", "true");
            return DriverManager.getConnection("jdbc:duckdb:", properties);
        } catch (LinkageError e) {
            throw new SQLException("DuckDB does not load (" + Reason.of(e) + "); see scripts/lintas doctor", e);
        } catch (SQLException e) {
            // SQLState for a URL without a driver.
            throw "08001".equals(e.getSQLState())
                    ? new SQLException("DuckDB is not on the class path: run scripts/lintas, which adds it", e)
                    : e;
        }
    }

    /** A new folder; on Unix only its owner can read it. */
    private static Path temporaryFolder() throws SQLException {
        try {
            return Files.createTempDirectory(TemporaryFiles.folder(), "lintas-duckdb");
        } catch (IOException e) {
            throw new SQLException("cannot create a temporary folder: " + Reason.of(e), e);
        }
    }

    /** A text as an SQL literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    public Statement createStatement() throws SQLException {
        return connection.createStatement();
    }

    /** A statement with parameters. */
    public PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Runs statements without results. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The release of DuckDB. */
    public String version() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            removeSpill();
            removeExitHook();
        }
    }

    private void removeExitHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.debug("the process is already shutting down", e);
        }
    }

    private void removeSpill() {
        if (Files.notExists(spill)) {
            return;
        }
        try (Stream<Path> files = Files.walk(spill)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("temporary files remain in {}: {}", spill, Reason.of(e));
        }
    }
}
