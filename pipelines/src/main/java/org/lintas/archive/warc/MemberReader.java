package org.lintas.archive.warc;

import java.io.Closeable;
import java.io.IOException;

/** Reads the independently compressed members of a file in sequence: gzip members or zstd frames. */
public interface MemberReader extends Closeable {

    /**
     * Moves to the member at the current offset; returns false if there is none: at the end of the file or at other
     * bytes.
     */
    boolean next() throws IOException;

    /**
     * Reads decompressed bytes of the current member; -1 at its end.
     *
     * @throws IOException if the member is damaged or cut off
     */
    int read(byte[] bytes, int offset, int length) throws IOException;

    /** Offset of the current member in the file. */
    long start();

    /** Offset of the end of the current member in the file, after it has been read. */
    long end();

    /** Whether the current offset is the end of the file. */
    boolean isAtEnd() throws IOException;
}
