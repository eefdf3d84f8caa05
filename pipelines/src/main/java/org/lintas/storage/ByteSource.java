package org.lintas.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A sequence of bytes that can be opened repeatedly at any offset, as needed to resynchronise after damage. */
@FunctionalInterface
public interface ByteSource {

    /** Opens the bytes from an offset on; the stream is empty at or beyond the end. */
    InputStream openAt(long offset) throws IOException;

    /** The number of bytes. */
    public default long length() throws IOException {
        try (InputStream in = openAt(0)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
