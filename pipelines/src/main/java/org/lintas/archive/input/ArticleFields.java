package org.lintas.archive.input;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.record.Rejects;
import org.lintas.schemas.RejectReason;
import org.lintas.text.Sha256;

/** Creates captures from records that hold the parts of an article in named fields. */
public final class ArticleFields {

    private final FieldNames fields;

    public ArticleFields(FieldNames fields) {
        this.fields = fields;
    }

    /**
     * Passes a record to the sink: as a capture if it has text, else as a reject.
     *
     * @param record returns the value of a field, or null
     * @param raw the bytes of the record in the file, for its digest
     */
    public void read(String file, long offset, Function<String, String> record, byte[] raw, RecordSink sink) {
        String url = value(record, "url");
        String id = value(record, "id");
        String recordId = id != null ? id : url != null ? url : "sha256:" + Sha256.hex(raw);
        if (!hasText(record)) {
            String detail = "no text under " + String.join(", ", fields.names().get("text"));
            sink.reject(Rejects.of("archive", RejectReason.MISSING_TEXT, file, offset, detail)
                    .setRecordId(recordId)
                    .setUrl(url)
                    .setPayloadDigest(Sha256.hex(raw))
                    .build());
            return;
        }
        sink.capture(Capture.newBuilder()
                .setRecordId(recordId)
                .setArchiveFile(file)
                .setArchiveOffset(offset)
                .setUrl(url)
                .setContent(Content.FIELDS)
                .setPayload(ByteBuffer.allocate(0))
                .setFields(values(record))
                .build());
    }

    /** Whether a record has the text of an article. */
    public boolean hasText(Function<String, String> record) {
        return value(record, "text") != null;
    }

    private Map<String, String> values(Function<String, String> record) {
        var values = new HashMap<String, String>();
        for (String part : FieldNames.PARTS) {
            String value = value(record, part);
            if (value != null) {
                values.put(part, value);
            }
        }
        return values;
    }

    private String value(Function<String, String> record, String part) {
        for (String name : fields.names().get(part)) {
            String value = record.apply(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
