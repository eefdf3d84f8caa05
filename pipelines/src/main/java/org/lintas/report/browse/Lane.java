package org.lintas.report.browse;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.lintas.corpus.sql.CorpusDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database of its own, on which one statement runs at a time and none for longer than its limit. Thread-safe. */
final class Lane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "ends statements");
        thread.setDaemon(true);
        return thread;
    });

    /** How often a statement that has to end is told so, in milliseconds: it may not have begun when it was told first. */
    private static final long AGAIN = 20;

    private final CorpusDatabase database;
    private final int seconds;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicLong newest = new AtomicLong();
    private volatile PreparedStatement running;

    /** Reads the result of a statement. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet result) throws SQLException, IOException;
    }

    /** A newer question took the place of this one. */
    static final class Superseded extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * A lane.
     *
     * @param seconds how long a statement may take until it has rows; DuckDB does not end one whose rows are being read
     */
    Lane(CorpusDatabase database, int seconds) {
        this.database = database;
        this.seconds = seconds;
    }

    /**
     * Runs a query and cancels the one that runs or waits before it.
     *
     * @throws SQLTimeoutException if it takes too long
     * @throws Superseded if a newer one came before it had ended
     */
    <T> T newest(SelectionSql.Bound query, Reader<T> reader)
            throws SQLException, IOException, Superseded, InterruptedException {
        long number = newest.incrementAndGet();
        while (!lock.tryLock(AGAIN, MILLISECONDS)) {
            if (number != newest.get()) {
                throw new Superseded();
            }
            cancel();
        }
        try {
            if (number != newest.get()) {
                throw new Superseded();
            }
            return run(query, reader);
        } catch (SQLException e) {
            if (number != newest.get()) {
                throw new Superseded();
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs a query after those before it.
     *
     * @throws SQLTimeoutException if it takes too long
     */
    <T> T next(SelectionSql.Bound query, Reader<T> reader) throws SQLException, IOException {
        lock.lock();
        try {
            return run(query, reader);
        } finally {
            lock.unlock();
        }
    }

    /** Runs a short statement without a result, after those before it. */
    void execute(String sql) throws SQLException {
        lock.lock();
        try {
            database.execute(sql);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a statement runs. */
    boolean isBusy() {
        return lock.isLocked();
    }

    private <T> T run(SelectionSql.Bound query, Reader<T> reader) throws SQLException, IOException {
        try (PreparedStatement statement = database.prepare(query.sql())) {
            for (int i = 0; i < query.values().size(); i++) {
                statement.setString(i + 1, query.values().get(i));
            }
            running = statement;
            var isLate = new AtomicBoolean();
            ScheduledFuture<?> limit =
                    CLOCK.scheduleWithFixedDelay(() -> end(statement, isLate), seconds * 1000L, AGAIN, MILLISECONDS);
            try (ResultSet result = statement.executeQuery()) {
                return reader.read(result);
            } catch (SQLException e) {
                throw isLate.get() ? new SQLTimeoutException("longer than " + seconds + " seconds", e) : e;
            } finally {
                limit.cancel(false);
            }
        } finally {
            running = null;
        }
    }

    private static void end(PreparedStatement statement, AtomicBoolean isLate) {
        isLate.set(true);
        cancel(statement);
    }

    private void cancel() {
        PreparedStatement statement = running;
        if (statement != null) {
            cancel(statement);
        }
    }

    /** Tells a statement of another thread to end; it may have ended. */
    static void cancel(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("it has just ended", e);
        }
    }

    /** Cancels what runs, and closes the database. */
    @Override
    public void close() throws SQLException {
        try {
            while (!lock.tryLock(AGAIN, MILLISECONDS)) {
                cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            database.close();
        } finally {
            lock.unlock();
        }
    }
}
