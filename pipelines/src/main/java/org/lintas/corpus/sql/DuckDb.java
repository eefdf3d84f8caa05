package org.lintas.corpus.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
 * An empty database in this process, the one door to DuckDB. It takes no more memory than {@link MemoryShare} says; what needs more goes to a
 * temporary folder that nobody else may look into and that is gone when the database is closed or the process ends. For one thread at a time.
 */
public final class DuckDb implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DuckDb.class);

    /** Buffers of a thread that reads, groups and joins; with less, fewer threads get further. */
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
     * Opens a database that takes its share of the memory of this machine.
     *
     * @throws SQLException if DuckDB is not there or does not load, or there is no room for temporary files
     */
    public static DuckDb open() throws SQLException {
        return open(MemoryShare.bytes());
    }

    /** Opens a database that takes no more than some bytes of memory. */
    public static DuckDb open(long memory) throws SQLException {
        Connection connection = connect();
        TemporaryFiles.removeLoaded("libduckdb_java");
        var database = new DuckDb(connection, temporaryFolder());
        try {
            long threads = Math.min(Runtime.getRuntime().availableProcessors(), memory / MEMORY_OF_THREAD);
            database.execute("SET memory_limit = '" + memory + "B'");
            database.execute("SET threads = " + Math.max(1, threads));
            database.execute("SET temp_directory = " + literal(database.spill.toString()));
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private static Connection connect() throws SQLException {
        try {
            // Rows come as they are asked for: a long result is not held as a whole.
            var properties = new Properties();
            properties.setProperty("jdbc_stream_results", "true");
            return DriverManager.getConnection("jdbc:duckdb:", properties);
        } catch (LinkageError e) {
            throw new SQLException("DuckDB does not load (" + Reason.of(e) + "); see scripts/lintas doctor", e);
        } catch (SQLException e) {
            // SQLState of a URL for which no driver is there.
            throw "08001".equals(e.getSQLState())
                    ? new SQLException("DuckDB is not on the class path, where scripts/lintas puts it", e)
                    : e;
        }
    }

    /** A new folder of its own, which on the file systems of Unix only its owner may enter. */
    private static Path temporaryFolder() throws SQLException {
        try {
            return Files.createTempDirectory(TemporaryFiles.folder(), "lintas-duckdb");
        } catch (IOException e) {
            throw new SQLException("no folder for temporary files: " + Reason.of(e), e);
        }
    }

    /** A text as SQL writes it, in quotation marks. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    public Statement createStatement() throws SQLException {
        return connection.createStatement();
    }

    /** Runs statements that give no rows. */
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
            forgetExit();
        }
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.debug("the process ends, and the hook with it", e);
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
            LOG.warn("temporary files are left in {}: {}", spill, Reason.of(e));
        }
    }
}
