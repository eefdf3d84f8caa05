package org.lintas.archive.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file for bytes that come in a stream and must be read at any place. */
public final class Spill implements ByteSource, Closeable {

    /** Largest temporary file. */
    public static final long MAX_BYTES = 8L << 30;

    private final Path file;
    private final boolean whole;

    private Spill(Path file, boolean whole) {
        this.file = file;
        this.whole = whole;
    }

    /**
     * Writes a stream to a temporary file, which is deleted when it is closed.
     *
     * @throws IOException if the stream fails, or the file cannot be written
     */
    public static Spill of(InputStream in) throws IOException {
        Path file = Files.createTempFile("lintas", ".spill");
        try (OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            long written = 0;
            int n;
            while (written <= MAX_BYTES && (n = in.read(buffer)) >= 0) {
                out.write(buffer, 0, n);
                written += n;
            }
            return new Spill(file, written <= MAX_BYTES);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Whether the stream fitted into the file. */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public InputStream openAt(long offset) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(offset));
    }

    @Override
    public long length() throws IOException {
        return Files.size(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
