package org.lintas.archive.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.bytes.Spill;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.ArticleFields;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.JsonRecords;
import org.lintas.archive.input.RecordSink;
import org.lintas.record.Rejects;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/**
 * Reads Parquet files, one article per row, columns mapped by {@link FieldNames}. The offset of a row is that of its
 * row group. A damaged row group becomes one reject for its remaining rows; reading continues with the next one.
 * ParquetFileReader of parquet-hadoop, which parquet-avro uses, was considered: it holds whole column chunks of a row
 * group in memory, and allocates memory by lengths in the file without limits.
 */
public final class ParquetRecordReader implements ArchiveReader {

    private final int maxRowBytes;
    private final FieldNames names;
    private final ArticleFields articles;

    public ParquetRecordReader(int maxRowBytes, FieldNames names) {
        this.maxRowBytes = maxRowBytes;
        this.names = names;
        this.articles = new ArticleFields(names);
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        Compression compression = Compression.of(source);
        if (compression == Compression.NONE) {
            readPlain(file, source, sink);
            return;
        }
        try (InputStream in = sink.budget().bounded(compression.decompress(source.openAt(0)));
                Spill spill = Spill.of(in)) {
            if (spill.isWhole()) {
                readPlain(file, spill, sink);
            } else {
                sink.reject(RejectReason.RECORD_TOO_LARGE, file, 0, "more than " + Spill.MAX_BYTES + " bytes");
            }
        }
    }

    private void readPlain(String file, ByteSource source, RecordSink sink) throws IOException {
        if (source.length() == 0) {
            return;
        }
        ParquetFile table;
        try {
            table = ParquetFile.open(source, sink.budget());
        } catch (IOException e) {
            // Without the footer the schema is unknown.
            sink.reject(RejectReason.UNREADABLE_FILE, file, 0, String.valueOf(e.getMessage()));
            return;
        }
        if (Collections.disjoint(table.columns(), names.firstSteps("text"))) {
            sink.reject(RejectReason.MISSING_TEXT, file, 0, "no column for text in the schema");
            return;
        }
        for (int group = 0; group < table.groups(); group++) {
            if (sink.budget().isExceeded()) {
                sink.reject(
                        RejectReason.RECORD_TOO_LARGE,
                        file,
                        table.offset(group),
                        sink.budget().excess());
                return;
            }
            readGroup(file, table, group, sink);
        }
    }

    private void readGroup(String file, ParquetFile table, int group, RecordSink sink) {
        long offset = table.offset(group);
        Set<String> wanted = names.firstSteps();
        String codec = table.unreadableCodec(group, wanted);
        if (codec != null) {
            sink.reject(RejectReason.UNSUPPORTED_ENCODING, file, offset, "a row group compressed by " + codec);
            return;
        }
        long read = 0;
        try (ParquetFile.Rows rows = table.open(group, wanted, maxRowBytes)) {
            for (; read < table.rows(group); read++) {
                ObjectNode row = rows.next();
                if (rows.isTooLarge()) {
                    String detail = "row " + read + " of the row group is above " + maxRowBytes + " bytes";
                    sink.reject(RejectReason.RECORD_TOO_LARGE, file, offset, detail);
                } else {
                    byte[] raw = row.toString().getBytes(StandardCharsets.UTF_8);
                    articles.read(file, offset, JsonRecords.valuesOf(row), raw, sink);
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            String detail = "a row group from row " + read + " of " + table.rows(group) + ": " + Rejects.cause(e);
            sink.reject(RejectReason.DAMAGED_RECORD, file, offset, detail);
        }
    }
}
