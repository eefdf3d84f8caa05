package org.lintas.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** A file of any of Beam's file systems. */
public final class StoredFile implements ByteSource {

    private final ResourceId resource;

    private StoredFile(ResourceId resource) {
        this.resource = resource;
    }

    /**
     * A file, read with retries.
     *
     * @param path path or URI of the file
     */
    public static RetryingSource of(String path) {
        return new RetryingSource(path, new StoredFile(FileSystems.matchNewResource(path, false)));
    }

    @Override
    public InputStream openAt(long offset) throws IOException {
        ReadableByteChannel channel = FileSystems.open(resource);
        InputStream in = Channels.newInputStream(channel);
        if (channel instanceof SeekableByteChannel seekable) {
            seekable.position(offset);
        } else {
            in.skipNBytes(offset);
        }
        return in;
    }

    @Override
    public long length() throws IOException {
        try (ReadableByteChannel channel = FileSystems.open(resource)) {
            return channel instanceof SeekableByteChannel seekable ? seekable.size() : ByteSource.super.length();
        }
    }
}
