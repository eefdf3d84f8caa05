package org.lintas.archive;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be opened again at any place, as resynchronisation after damage needs. */
@FunctionalInterface
public interface ByteSource {

    /** The bytes from an offset on; an empty stream at or behind the end. */
    InputStream openAt(long offset) throws IOException;
}
