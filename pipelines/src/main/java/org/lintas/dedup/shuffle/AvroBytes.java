package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;

/** Bytes of Avro fields. */
final class AvroBytes {

    private AvroBytes() {}

    /** Copies the remaining bytes of a buffer without moving its position. */
    static byte[] of(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
