package org.lintas.dataset;

import java.io.IOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.lintas.storage.StoredFile;

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
        var in = StoredFile.of(file).openAt(0);
        return new DelegatingSeekableInputStream(in) {
            @Override
            public long getPos() {
                return in.position();
            }

            @Override
            public void seek(long position) throws IOException {
                in.seek(position);
            }
        };
    }
}
