package org.lintas.archive.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.RecordSink;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.record.Rejects;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/** Reads a file that is a single HTML page or plain text; its name becomes the record id. */
public final class SinglePageReader implements ArchiveReader {

    private final int maxBytes;
    private final ArchiveFormat format;

    public SinglePageReader(int maxBytes, ArchiveFormat format) {
        this.maxBytes = maxBytes;
        this.format = format;
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        readEntry(file, file.substring(file.lastIndexOf('/') + 1), 0, source, sink);
    }

    /** Reads a page that is an entry of an archive. */
    public void readEntry(String file, String name, long offset, ByteSource source, RecordSink sink)
            throws IOException {
        byte[] payload;
        try (InputStream in = source.openAt(0)) {
            var buffered = new BufferedInputStream(in);
            buffered.mark(Compression.MAGIC_BYTES);
            byte[] head = buffered.readNBytes(Compression.MAGIC_BYTES);
            buffered.reset();
            payload = Compression.of(head).decompress(buffered).readNBytes(maxBytes + 1);
        }
        if (payload.length > maxBytes) {
            sink.reject(Rejects.of(
                            "archive", RejectReason.RECORD_TOO_LARGE, file, offset, "more than " + maxBytes + " bytes")
                    .setRecordId(name)
                    .build());
            return;
        }
        sink.capture(Capture.newBuilder()
                .setRecordId(name)
                .setArchiveFile(file)
                .setArchiveOffset(offset)
                .setContent(format == ArchiveFormat.HTML ? Content.HTML : Content.TEXT)
                .setPayload(ByteBuffer.wrap(payload))
                .setFields(Map.of())
                .build());
    }
}
