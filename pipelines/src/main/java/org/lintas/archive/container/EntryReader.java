package org.lintas.archive.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.bytes.BufferedEntry;
import org.lintas.archive.bytes.Spill;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.RecordSink;
import org.lintas.archive.page.MhtmlReader;
import org.lintas.archive.page.SinglePageReader;
import org.lintas.record.Capture;
import org.lintas.record.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;
import org.lintas.text.Printable;

/** Reads one file of a ZIP or tar. */
final class EntryReader {

    /** Maximum nesting of archives. */
    private static final int MAX_DEPTH = 4;

    private final ArchiveReaders readers;
    private final int depth;

    /**
     * Creates a reader of entries.
     *
     * @param depth nesting depth of their archive; 1 for the outermost
     */
    EntryReader(ArchiveReaders readers, int depth) {
        this.readers = readers;
        this.depth = depth;
    }

    /**
     * Reads an entry by its own format; damage within the entry does not affect other entries.
     *
     * @param name path within the archive
     * @param content the bytes of the entry
     * @param again reopens the entry, for entries that are too large for memory
     * @return false if the entry is damaged
     */
    boolean read(String container, String name, InputStream content, ByteSource again, RecordSink sink) {
        String shown = Printable.of(name);
        String file = container + "!/" + shown;
        BufferedEntry held = BufferedEntry.of(content, readers.maxRecordBytes() + 1);
        byte[] head = Arrays.copyOf(held.bytes(), Math.min(held.bytes().length, ArchiveFormat.HEAD));
        Optional<String> unread = ArchiveFormat.unreadCompression(name, head);
        if (unread.isPresent()) {
            String detail = "compressed by " + unread.get() + ", which is not read: decompress it first";
            sink.reject(RejectReason.UNSUPPORTED_FORMAT, file, 0, detail);
            return true;
        }
        Optional<ArchiveFormat> format = ArchiveFormat.of(name, head);
        boolean whole = held.failure() == null;
        if (format.isEmpty() && whole) {
            sink.skip("other_entry");
            return true;
        }
        var tracking = new TrackingSink(sink);
        try {
            if (format.isEmpty()) {
                throw held.failure();
            }
            boolean isHeld = !whole || held.bytes().length <= readers.maxRecordBytes();
            readAs(format.get(), file, shown, isHeld ? held : again, isHeld, tracking);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            tracking.reject(RejectReason.DAMAGED_RECORD, file, 0, Rejects.cause(e));
        }
        if (!tracking.any) {
            sink.skip(RecordSink.EMPTY_FILE);
        }
        return whole;
    }

    /** Forwards all records and tracks whether there were any. */
    private static final class TrackingSink implements RecordSink {
        private final RecordSink sink;
        private boolean any;

        TrackingSink(RecordSink sink) {
            this.sink = sink;
        }

        @Override
        public Budget budget() {
            return sink.budget();
        }

        @Override
        public void capture(Capture capture) {
            any = true;
            sink.capture(capture);
        }

        @Override
        public void reject(Reject reject) {
            any = true;
            sink.reject(reject);
        }

        @Override
        public void skip(String kind) {
            any = true;
            sink.skip(kind);
        }
    }

    private void readAs(
            ArchiveFormat format, String file, String name, ByteSource source, boolean isHeld, RecordSink sink)
            throws IOException {
        switch (format) {
            case ZIP, TAR -> {
                if (depth >= MAX_DEPTH) {
                    sink.reject(RejectReason.UNSUPPORTED_FORMAT, file, 0, "archives " + (depth + 1) + " deep");
                } else if (format == ArchiveFormat.TAR) {
                    new TarReader(readers, depth + 1).read(file, source, sink);
                } else {
                    readSeekable(new ZipReader(readers, depth + 1), file, source, isHeld, sink);
                }
            }
            case PARQUET -> readSeekable(readers.of(format), file, source, isHeld, sink);
            case HTML, TEXT ->
                new SinglePageReader(readers.maxRecordBytes(), format).readEntry(file, name, 0, source, sink);
            case MHTML -> new MhtmlReader(readers.maxRecordBytes()).readEntry(file, name, source, sink);
            case WARC, JSON_LINES, JSON, CSV, AVRO -> readers.of(format).read(file, source, sink);
        }
    }

    /** Reads a format that needs random access; an entry that is not in memory is written to a temporary file first. */
    private static void readSeekable(
            ArchiveReader reader, String file, ByteSource source, boolean isHeld, RecordSink sink) throws IOException {
        if (isHeld) {
            reader.read(file, source, sink);
            return;
        }
        try (InputStream in = source.openAt(0);
                Spill spill = Spill.of(in)) {
            if (spill.isWhole()) {
                reader.read(file, spill, sink);
            } else {
                sink.reject(RejectReason.RECORD_TOO_LARGE, file, 0, "more than " + Spill.MAX_BYTES + " bytes");
            }
        }
    }
}
