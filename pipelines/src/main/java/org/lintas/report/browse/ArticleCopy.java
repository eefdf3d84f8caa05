package org.lintas.report.browse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.corpus.sql.DuckDb;
import org.lintas.failure.Reason;
import org.lintas.schemas.Dataset;
import org.lintas.storage.TemporaryFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the articles in a temporary database, whose texts are read much faster than from Parquet, since they are hardly compressed. It is made
 * beside the first searches, which read the corpus itself; without room for it they go on to do so.
 */
final class ArticleCopy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleCopy.class);

    private static final String NAME = "copy";

    /** Where searches find it. */
    static final String TABLE = NAME + ".articles";

    /** One thread: searches go before. */
    private static final long MEMORY = 256L << 20;

    /** Free space by the size of the files of the articles: the copy takes 3.5 times as much. */
    private static final long ROOM = 5;

    private static final String COPY = "CREATE TABLE " + TABLE + " AS SELECT " + SelectionSql.LISTED
            + ", text, url_host" + ", published_at, published_precision FROM articles";

    private final Path corpus;
    private final BrowseServer.Opener opener;
    private final Lane searches;
    private final Path file;
    private final Thread thread = new Thread(this::make, "copies articles");
    private volatile PreparedStatement copying;
    private volatile boolean isReady;
    private volatile boolean isEnded;

    /** Begins to make the copy of a corpus for searches on a lane. */
    ArticleCopy(Path corpus, BrowseServer.Opener opener, Lane searches) throws IOException {
        this.corpus = corpus;
        this.opener = opener;
        this.searches = searches;
        file = Files.createTempDirectory(TemporaryFiles.folder(), "lintas-browse")
                .resolve("articles.duckdb");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the copy is there. */
    boolean isReady() {
        return isReady;
    }

    private void make() {
        try {
            long needed = ROOM * size(corpus.resolve(Dataset.ARTICLES.folder()));
            long free = Files.getFileStore(file.getParent()).getUsableSpace();
            if (free < needed) {
                LOG.warn("searches are slower: {} has room for {} bytes, not for {}", file.getParent(), free, needed);
                return;
            }
            try (CorpusDatabase database = opener.open(MEMORY)) {
                database.execute("ATTACH " + DuckDb.literal(file.toString()) + " AS " + NAME);
                // Rows in any order take less memory.
                database.execute("SET preserve_insertion_order = false");
                try (PreparedStatement statement = database.prepare(COPY)) {
                    copying = statement;
                    if (isEnded) {
                        return;
                    }
                    statement.execute();
                }
                database.execute("DETACH " + NAME);
            }
            searches.execute("ATTACH " + DuckDb.literal(file.toString()) + " AS " + NAME + " (READ_ONLY)");
            isReady = true;
        } catch (SQLException | IOException | RuntimeException e) {
            if (!isEnded) {
                LOG.warn("searches are slower, as the articles cannot be copied: {}", Reason.of(e));
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long size = 0;
            for (Path part : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(part);
            }
            return size;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Waits until the copy is there, or cannot be made. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Ends the work on the copy and removes it; searches have ended. */
    @Override
    public void close() throws IOException {
        isEnded = true;
        try {
            while (thread.isAlive()) {
                PreparedStatement statement = copying;
                if (statement != null) {
                    Lane.cancel(statement);
                }
                thread.join(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path left : files.toList()) {
                Files.deleteIfExists(left);
            }
        }
        Files.deleteIfExists(file.getParent());
    }
}
