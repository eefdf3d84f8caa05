package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;

/** Bytes of Avro fields. */
final class AvroBytes {

    private AvroBytes() {}

    /** A copy of what remains in a buffer, which stays as it is. */
    static byte[] of(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
