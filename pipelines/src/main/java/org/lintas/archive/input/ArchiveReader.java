package org.lintas.archive.input;

import java.io.IOException;
import org.lintas.storage.ByteSource;

/** Reads the records of one archive file. One class a format. */
public interface ArchiveReader {

    /**
     * Reads all records.
     *
     * @param file name that captures and rejects carry
     * @throws IOException if the file as such cannot be read further; damage inside is a reject, not an exception
     */
    void read(String file, ByteSource source, RecordSink sink) throws IOException;
}
