package org.lintas.archive.input;

import java.io.IOException;
import org.lintas.storage.ByteSource;

/** Reads the records of one archive file. There is one implementation per format. */
public interface ArchiveReader {

    /**
     * Reads all records.
     *
     * @param file name of the file in captures and rejects
     * @throws IOException if the file cannot be read further; damage within the file becomes rejects, not an exception
     */
    void read(String file, ByteSource source, RecordSink sink) throws IOException;
}
