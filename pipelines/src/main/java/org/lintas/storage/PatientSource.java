package org.lintas.storage;

import java.io.FileNotFoundException;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/**
 * Bytes of a storage that may fail for a while. What fails is tried again from where it had come to, after longer and longer pauses. A
 * storage that goes on failing is no damage of the file: it ends the run by an {@link IOError}, which no reader takes for damage. A file
 * that is gone or must not be read is one that cannot be read, by an {@link IOException} at once.
 */
public final class PatientSource implements ByteSource {

    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final ByteSource storage;
    private final Duration firstPause;

    /**
     * Bytes of a file.
     *
     * @param name of the file, for messages
     */
    public PatientSource(String name, ByteSource storage) {
        this(name, storage, FIRST_PAUSE);
    }

    PatientSource(String name, ByteSource storage, Duration firstPause) {
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
                    var failure = new IOError(new IOException("the storage does not give " + name + ": " + e));
                    failure.addSuppressed(e);
                    throw failure;
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** False if somebody wants the thread to end. */
    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its bytes from some place on. A file that grows ends for good where it ended first: after a line that was cut no other half comes. */
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

        /** Where the next byte stands in the file. */
        public long position() {
            return position;
        }

        /** Goes on from another place. */
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
                    return opened.read(bytes, offset, length);
                } catch (IOException | RuntimeException e) {
                    drop(e);
                    throw e;
                }
            });
            hasEnded = n < 0;
            position += Math.max(0, n);
            return n;
        }

        /** What has failed once is not asked again. */
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
