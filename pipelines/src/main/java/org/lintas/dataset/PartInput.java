package org.lintas.dataset;

import java.io.IOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.lintas.storage.StoredFile;

/** A part file of a corpus, read through Beam's file systems. */
final class PartInput implements InputFile {

    private final StoredPart part;

    PartInput(StoredPart part) {
        this.part = part;
    }

    @Override
    public long getLength() {
        return part.bytes();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        var in = StoredFile.of(part.file()).openAt(0);
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

    /** The file name, which Parquet prints in messages. */
    @Override
    public String toString() {
        return part.file();
    }
}
