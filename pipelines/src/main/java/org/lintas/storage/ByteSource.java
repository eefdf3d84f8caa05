package org.lintas.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes that can be opened again at any place, as resynchronisation after damage needs. */
@FunctionalInterface
public interface ByteSource {

    /** The bytes from an offset on; an empty stream at or behind the end. */
    InputStream openAt(long offset) throws IOException;

    /** How many bytes there are. */
    public default long length() throws IOException {
        try (InputStream in = openAt(0)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
