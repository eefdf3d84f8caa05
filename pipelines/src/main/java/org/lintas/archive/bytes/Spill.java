package org.lintas.archive.bytes;

import java.io.Closeable;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lintas.storage.ByteSource;
import org.lintas.storage.TemporaryFiles;

/** A temporary file with the bytes of a stream, for random access. */
public final class Spill implements ByteSource, Closeable {

    /** Maximum size of a temporary file. */
    public static final long MAX_BYTES = 8L << 30;

    private final Path file;
    private final boolean whole;

    private Spill(Path file, boolean whole) {
        this.file = file;
        this.whole = whole;
    }

    /**
     * Writes a stream to a temporary file, which is deleted on close.
     *
     * @throws IOException if the stream fails
     * @throws IOError if the temporary file cannot be written
     */
    public static Spill of(InputStream in) throws IOException {
        Path file = onDisk(() -> Files.createTempFile(TemporaryFiles.folder(), "lintas", ".spill"));
        boolean done = false;
        try (OutputStream out = onDisk(() -> Files.newOutputStream(file))) {
            var buffer = new byte[1 << 16];
            long written = 0;
            int n;
            while (written <= MAX_BYTES && (n = in.read(buffer)) >= 0) {
                int read = n;
                onDisk(() -> {
                    out.write(buffer, 0, read);
                    return out;
                });
                written += n;
            }
            done = true;
            return new Spill(file, written <= MAX_BYTES);
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    private interface OnDisk<T> {
        T get() throws IOException;
    }

    private static <T> T onDisk(OnDisk<T> step) {
        try {
            return step.get();
        } catch (IOException e) {
            throw new IOError(e);
        }
    }

    /** Whether the whole stream has been written, i.e. it did not exceed the maximum size. */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public InputStream openAt(long offset) {
        return onDisk(() -> Channels.newInputStream(
                FileChannel.open(file, StandardOpenOption.READ).position(offset)));
    }

    @Override
    public long length() {
        return onDisk(() -> Files.size(file));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
