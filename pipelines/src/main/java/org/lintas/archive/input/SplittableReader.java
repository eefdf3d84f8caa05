package org.lintas.archive.input;

import java.io.IOException;
import org.lintas.storage.ByteSource;

/** Reads a format whose files can be split between workers. */
public interface SplittableReader extends ArchiveReader {

    /**
     * Reads the records that start in a part of a file. Reading all parts gives the same records as reading the whole
     * file.
     *
     * @throws IOException if the file cannot be read further
     */
    void read(String file, ByteSource source, ByteRange range, RecordSink sink) throws IOException;

    @Override
    default void read(String file, ByteSource source, RecordSink sink) throws IOException {
        read(file, source, ByteRange.ALL, sink);
    }
}
