package org.lintas.archive;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be opened again at any place, as resynchronisation after damage needs. */
@FunctionalInterface
interface ByteSource {

    /** The bytes from an offset on; an empty stream at or behind the end. */
    InputStream openAt(long offset) throws IOException;

    /** The bytes of a compressed source, offsets counted in the decompressed stream. */
    default ByteSource decompressed(Compression compression) {
        return offset -> {
            InputStream in = compression.decompress(openAt(0));
            in.skipNBytes(offset);
            return in;
        };
    }
}
