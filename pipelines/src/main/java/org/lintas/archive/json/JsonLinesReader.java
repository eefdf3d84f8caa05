package org.lintas.archive.json;

import java.io.IOException;
import java.io.InputStream;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.bytes.Utf8Stream;
import org.lintas.archive.input.ByteRange;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.JsonRecords;
import org.lintas.archive.input.LineReader;
import org.lintas.archive.input.RecordSink;
import org.lintas.archive.input.SplittableReader;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/**
 * Reads JSON lines: one object per line, fields mapped by {@link FieldNames}. Blank lines are ignored. A file can be
 * split unless it is compressed or in UTF-16 or UTF-32. Offsets refer to the decompressed bytes; for UTF-16 and UTF-32,
 * to the text converted to UTF-8.
 */
public final class JsonLinesReader implements SplittableReader {

    private final int maxLineBytes;
    private final JsonRecords records;

    public JsonLinesReader(int maxLineBytes, FieldNames fields) {
        this.maxLineBytes = maxLineBytes;
        this.records = new JsonRecords(fields);
    }

    @Override
    public void read(String file, ByteSource source, ByteRange range, RecordSink sink) throws IOException {
        Compression compression = Compression.of(source);
        if (compression != Compression.NONE || Utf8Stream.isWide(source)) {
            if (range.from() == 0) {
                try (InputStream in = Utf8Stream.of(Compression.open(source, sink.budget()))) {
                    readLines(file, new LineReader(in, maxLineBytes, 0), Long.MAX_VALUE, sink);
                }
            }
            return;
        }
        // The byte before a part decides whether its first byte starts a line.
        long from = Math.max(0, range.from() - 1);
        try (InputStream in = source.openAt(from)) {
            var lines = new LineReader(in, maxLineBytes, from);
            if (range.from() == 0 || lines.next()) {
                readLines(file, lines, range.to(), sink);
            }
        }
    }

    private void readLines(String file, LineReader lines, long to, RecordSink sink) {
        while (lines.position() < to) {
            try {
                if (!lines.next()) {
                    return;
                }
            } catch (IOException e) {
                sink.reject(RejectReason.TRUNCATED, file, lines.offset(), String.valueOf(e.getMessage()));
                return;
            }
            readLine(file, lines, sink);
        }
    }

    private void readLine(String file, LineReader lines, RecordSink sink) {
        if (lines.tooLong()) {
            String detail = "line of " + lines.length() + " bytes, more than " + maxLineBytes;
            sink.reject(RejectReason.RECORD_TOO_LARGE, file, lines.offset(), detail);
        } else if (!lines.isBlank()) {
            records.read(file, lines.offset(), lines.line(), sink);
        }
    }
}
