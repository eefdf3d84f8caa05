package org.lintas.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.lintas.schemas.RejectReason;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Reads WARC (ISO 28500) and ARC files. After damage it goes on at the next place where a record starts; the damaged
 * record is one reject.
 */
final class WarcArchiveReader implements ArchiveReader {

    private final WarcDocuments documents;

    WarcArchiveReader(int maxRecordBytes) {
        this.documents = new WarcDocuments(maxRecordBytes);
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        byte[] head;
        try (InputStream in = source.openAt(0)) {
            head = in.readNBytes(ArchiveFormat.HEAD);
        }
        Compression compression = Compression.of(head);
        boolean members = compression == Compression.GZIP;
        boolean opaque = compression == Compression.BZIP2 || compression == Compression.ZSTD;
        ByteSource records = opaque ? decompressed(source, compression) : source;
        var starts = new RecordStarts(records, members);
        var pass = new Pass(file, sink);
        long from = head.length == 0 ? -1 : 0;
        while (from >= 0) {
            from = pass.readFrom(records, from) ? -1 : starts.next(pass.lastStart + 1);
        }
    }

    /** The bytes of a compressed source, offsets counted in the decompressed stream. */
    private static ByteSource decompressed(ByteSource source, Compression compression) {
        return offset -> {
            InputStream in = compression.decompress(source.openAt(0));
            in.skipNBytes(offset);
            return in;
        };
    }

    /** One pass over sound records, until the end of the file or the next damage. */
    private final class Pass {
        private final String file;
        private final RecordSink sink;
        /** Where the last record that was begun starts. */
        private long lastStart;
        /** Whether the last record has been rejected, so that its damage is not told twice. */
        private boolean rejected;

        Pass(String file, RecordSink sink) {
            this.file = file;
            this.sink = sink;
        }

        /** Reads from an offset on; true if the end of the file was reached soundly. */
        boolean readFrom(ByteSource source, long from) throws IOException {
            boolean first = true;
            lastStart = from;
            try (InputStream in = source.openAt(from);
                    var reader = new WarcReader(in)) {
                reader.setLenient(true);
                while (true) {
                    Optional<WarcRecord> next = reader.next();
                    if (next.isEmpty()) {
                        return true;
                    }
                    first = false;
                    lastStart = from + reader.position();
                    readRecord(next.get());
                }
            } catch (IOException | RuntimeException e) {
                // jwarc reports bad headers by exceptions of both kinds.
                if (first || !rejected) {
                    String where = first ? "" : "after the record at this offset: ";
                    sink.reject(RejectReason.DAMAGED_RECORD, file, lastStart, where + message(e));
                }
                rejected = false;
                return false;
            }
        }

        private void readRecord(WarcRecord record) {
            rejected = false;
            try {
                documents.read(record, file, lastStart, sink);
            } catch (IOException | RuntimeException e) {
                rejected = true;
                sink.reject(WarcDocuments.reject(record, RejectReason.DAMAGED_RECORD, file, lastStart, message(e)));
            }
        }
    }

    private static String message(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
