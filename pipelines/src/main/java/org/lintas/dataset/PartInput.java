package org.lintas.dataset;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A part file of a corpus, read through Beam's file systems. */
final class PartInput implements InputFile {

    private final String file;
    private final long length;

    /**
     * A file to read.
     *
     * @param file as Beam's file system names it
     * @param length its size in bytes
     */
    PartInput(String file, long length) {
        this.file = file;
        this.length = length;
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        var channel = (SeekableByteChannel) FileSystems.open(FileSystems.matchNewResource(file, false));
        return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
            @Override
            public long getPos() throws IOException {
                return channel.position();
            }

            @Override
            public void seek(long position) throws IOException {
                channel.position(position);
            }
        };
    }
}
