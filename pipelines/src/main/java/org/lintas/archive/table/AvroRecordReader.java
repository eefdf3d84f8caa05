package org.lintas.archive.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.avro.Schema;
import org.lintas.archive.bytes.ByteWindow;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.ArticleFields;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.JsonRecords;
import org.lintas.archive.input.RecordSink;
import org.lintas.record.Rejects;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/**
 * Reads Avro object container files, one article per record, fields mapped by {@link FieldNames}. The offset of a
 * record is that of its block. A damaged block becomes one reject for its remaining records; reading continues after
 * the next sync marker. Avro's DataFileStream was considered: it allocates the declared size of a block without a limit
 * and stops at the first damaged block, and DataFileReader, which can resynchronise, needs a seekable file.
 */
public final class AvroRecordReader implements ArchiveReader {

    private final int maxRecordBytes;
    private final FieldNames names;
    private final ArticleFields articles;

    public AvroRecordReader(int maxRecordBytes, FieldNames names) {
        this.maxRecordBytes = maxRecordBytes;
        this.names = names;
        this.articles = new ArticleFields(names);
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        try (InputStream in = Compression.open(source, sink.budget())) {
            var window = new ByteWindow(in, 0);
            if (window.at(0) < 0) {
                return;
            }
            var blocks = new AvroBlocks(window);
            Schema schema;
            try {
                schema = new Schema.Parser().setValidate(false).parse(blocks.readHeader());
            } catch (IOException | RuntimeException | StackOverflowError e) {
                // The library throws various exceptions for invalid input.
                sink.reject(RejectReason.UNREADABLE_FILE, file, 0, "damaged header: " + Rejects.cause(e));
                return;
            }
            Set<String> fields = names.firstSteps();
            if (!blocks.isReadable()) {
                sink.reject(RejectReason.UNSUPPORTED_ENCODING, file, 0, "Avro compressed by " + blocks.codec());
            } else if (!isArticle(schema)) {
                sink.reject(RejectReason.MISSING_TEXT, file, 0, "no field for text in the schema");
            } else {
                readBlocks(
                        file, blocks, content -> new AvroRecordDecoder(content, schema, fields, maxRecordBytes), sink);
            }
        }
    }

    private boolean isArticle(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                && schema.getFields().stream()
                        .anyMatch(field -> names.firstSteps("text").contains(field.name()));
    }

    private interface Rows {
        AvroRecordDecoder in(InputStream content);
    }

    private void readBlocks(String file, AvroBlocks blocks, Rows rows, RecordSink sink) {
        boolean more = !blocks.isAtEnd();
        while (more && !sink.budget().isExceeded()) {
            long offset = blocks.offset();
            try {
                blocks.load();
                readBlock(file, blocks, rows, sink);
                blocks.advance();
                more = !blocks.isAtEnd();
            } catch (IOException | RuntimeException e) {
                boolean found = blocks.findNext();
                RejectReason reason = found ? RejectReason.DAMAGED_RECORD : RejectReason.TRUNCATED;
                sink.reject(reason, file, offset, "a block: " + Rejects.cause(e));
                if (!found) {
                    return;
                }
                more = !blocks.isAtEnd();
            }
        }
        if (more) {
            sink.reject(
                    RejectReason.RECORD_TOO_LARGE,
                    file,
                    blocks.offset(),
                    sink.budget().excess());
        } else if (blocks.failure() != null) {
            sink.reject(
                    RejectReason.TRUNCATED,
                    file,
                    blocks.offset(),
                    String.valueOf(blocks.failure().getMessage()));
        }
    }

    private void readBlock(String file, AvroBlocks blocks, Rows rows, RecordSink sink) {
        long read = 0;
        try (InputStream content = new BufferedInputStream(sink.budget().bounded(blocks.content()))) {
            AvroRecordDecoder row = rows.in(content);
            for (; read < blocks.count(); read++) {
                ObjectNode object = row.next();
                if (row.isTooLarge()) {
                    String detail = "record " + read + " of the block is above " + maxRecordBytes + " bytes";
                    sink.reject(RejectReason.RECORD_TOO_LARGE, file, blocks.offset(), detail);
                } else {
                    byte[] raw = object.toString().getBytes(StandardCharsets.UTF_8);
                    articles.read(file, blocks.offset(), JsonRecords.valuesOf(object), raw, sink);
                }
            }
            if (!row.isAtEnd()) {
                throw new IOException("more bytes than records");
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            String detail = "a block from record " + read + " of " + blocks.count() + ": " + Rejects.cause(e);
            sink.reject(RejectReason.DAMAGED_RECORD, file, blocks.offset(), detail);
        }
    }
}
