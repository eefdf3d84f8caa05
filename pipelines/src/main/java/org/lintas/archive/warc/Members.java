package org.lintas.archive.warc;

import java.io.Closeable;
import java.io.IOException;

/** The pieces that a file is compressed in, each on its own: gzip members or zstd frames, read forward one after another. */
public interface Members extends Closeable {

    /** Moves to the member that starts at the current place; false where none does, be it the end of the file or garbage. */
    boolean next() throws IOException;

    /**
     * Decompressed bytes of the current member; -1 at its end.
     *
     * @throws IOException if the member is damaged or cut off
     */
    int read(byte[] bytes, int offset, int length) throws IOException;

    /** Where in the file the current member starts. */
    long start();

    /** Where in the file the current member ends, once it has been read. */
    long end();

    /** Whether the file ends at the current place. */
    boolean isAtEnd() throws IOException;
}
