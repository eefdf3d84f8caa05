package org.lintas.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lintas.schemas.RejectReason;

/** Reads one file inside a zip or tar. */
final class ContainerEntry {

    private final ArchiveReaders readers;

    ContainerEntry(ArchiveReaders readers) {
        this.readers = readers;
    }

    /**
     * Reads an entry as what it is.
     *
     * @param name path inside the container
     * @param content the entry, read from the container
     * @param again opens the entry anew, for entries too large to hold
     */
    void read(String container, String name, InputStream content, ByteSource again, RecordSink sink)
            throws IOException {
        String file = container + "!/" + name;
        byte[] start = content.readNBytes(readers.maxRecordBytes() + 1);
        byte[] head = Arrays.copyOf(start, Math.min(start.length, ArchiveFormat.HEAD));
        Optional<ArchiveFormat> format = ArchiveFormat.of(name, head);
        if (format.isEmpty()) {
            sink.skip("other_entry");
            return;
        }
        boolean held = start.length <= readers.maxRecordBytes();
        ByteSource source = held ? offset -> open(start, offset) : again;
        switch (format.get()) {
            case ZIP, TAR ->
                sink.reject(
                        RejectReason.UNSUPPORTED_FORMAT,
                        file,
                        0,
                        format.get().name().toLowerCase(Locale.ROOT) + " inside an archive");
            case HTML, TEXT ->
                new PageReader(readers.maxRecordBytes(), format.get()).readEntry(file, name, 0, source, sink);
            case MHTML -> new MhtmlReader(readers.maxRecordBytes()).readEntry(file, name, source, sink);
            case WARC, JSON_LINES, JSON, CSV, AVRO, PARQUET ->
                readers.of(format.get()).read(file, source, sink);
        }
    }

    private static InputStream open(byte[] bytes, long offset) {
        int from = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }
}
