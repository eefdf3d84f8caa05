package org.lintas.storage;

import java.io.FileNotFoundException;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/**
 * Retries transient storage errors. A failed operation is retried from the last position with exponential backoff. If
 * the storage keeps failing, an {@link IOError} ends the run: this is not damage of the file, and readers do not handle
 * it as such. A missing or unreadable file is reported at once by an {@link IOException}.
 */
public final class RetryingSource implements ByteSource {

    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /**
     * Bytes of one attempt. {@link java.nio.channels.Channels} fills a longer request by several reads of the connection
     * and forgets what it has when one of them fails, so that a long request could fail for ever on a connection that
     * breaks now and then.
     */
    private static final int ONE_READ = 1 << 13;

    private final String name;
    private final ByteSource storage;
    private final Duration firstPause;

    /**
     * Bytes of a file.
     *
     * @param name of the file, for messages
     */
    public RetryingSource(String name, ByteSource storage) {
        this(name, storage, FIRST_PAUSE);
    }

    RetryingSource(String name, ByteSource storage, Duration firstPause) {
        this.name = name;
        this.storage = storage;
        this.firstPause = firstPause;
    }

    @Override
    public Stream openAt(long offset) throws IOException {
        return new Stream(offset);
    }

    @Override
    public long length() throws IOException {
        return tried(storage::length);
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws IOException;
    }

    private <T> T tried(Attempt<T> attempt) throws IOException {
        Duration pause = firstPause;
        for (int left = TRIES - 1; ; left--) {
            try {
                return attempt.make();
            } catch (FileNotFoundException | NoSuchFileException | AccessDeniedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (left == 0 || !slept(pause)) {
                    var failure = new IOError(new IOException("cannot read " + name + " from storage: " + e));
                    failure.addSuppressed(e);
                    throw failure;
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** Sleeps; returns false if the thread is interrupted. */
    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * A stream from some offset on. Once the end has been reached, it stays there even if the file grows, so that a
     * line cut at the end is not continued.
     */
    public final class Stream extends InputStream {
        private InputStream in;
        private long position;
        private boolean hasEnded;

        private Stream(long offset) throws IOException {
            this.position = offset;
            tried(this::opened);
        }

        private InputStream opened() throws IOException {
            if (in == null) {
                in = storage.openAt(position);
            }
            return in;
        }

        /** The offset of the next byte in the file. */
        public long position() {
            return position;
        }

        /** Continues at another offset. */
        public void seek(long place) throws IOException {
            if (place != position) {
                close();
                in = null;
                position = place;
                hasEnded = false;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (hasEnded) {
                return -1;
            }
            int n = tried(() -> {
                InputStream opened = opened();
                try {
                    return opened.read(bytes, offset, Math.min(length, ONE_READ));
                } catch (IOException | RuntimeException e) {
                    drop(e);
                    throw e;
                }
            });
            hasEnded = n < 0;
            position += Math.max(0, n);
            return n;
        }

        /** Closes a failed stream, so that the next attempt opens a new one. */
        private void drop(Exception cause) {
            try {
                in.close();
            } catch (IOException | RuntimeException e) {
                cause.addSuppressed(e);
            }
            in = null;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int available() throws IOException {
            return hasEnded ? 0 : tried(() -> opened().available());
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }
}
