package org.lintas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lintas.element.Capture;
import org.lintas.element.Content;
import org.lintas.rejects.Rejects;
import org.lintas.schemas.RejectReason;
import org.lintas.text.Sha256;

/** Makes captures of records that keep the parts of an article in named fields. */
final class ArticleFields {

    private final FieldNames fields;

    ArticleFields(FieldNames fields) {
        this.fields = fields;
    }

    /**
     * Tells of a record: a capture where it holds text, else a reject.
     *
     * @param object the fields, lists and nested records included
     * @param raw the record as it stands in the file, for its digest
     */
    void read(String file, long offset, JsonNode object, byte[] raw, RecordSink sink) {
        String url = value(object, "url");
        String id = value(object, "id");
        String recordId = id != null ? id : url != null ? url : "sha256:" + Sha256.hex(raw);
        if (!hasText(object)) {
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
                .setFields(values(object))
                .build());
    }

    /** Whether a record holds the text of an article. */
    boolean hasText(JsonNode object) {
        return value(object, "text") != null;
    }

    private Map<String, String> values(JsonNode object) {
        var values = new HashMap<String, String>();
        for (String part : FieldNames.PARTS) {
            String value = value(object, part);
            if (value != null) {
                values.put(part, value);
            }
        }
        return values;
    }

    private String value(JsonNode object, String part) {
        for (String name : fields.names().get(part)) {
            JsonNode node = object;
            for (String step : name.split("\\.")) {
                node = node.path(step);
            }
            String value = text(node);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    private static String text(JsonNode node) {
        if (node.isValueNode() && !node.isNull()) {
            return node.asText();
        }
        if (node.isArray()) {
            var joined = new StringBuilder();
            for (JsonNode item : node) {
                if (item.isValueNode() && !item.isNull()) {
                    joined.append(joined.isEmpty() ? "" : "\n").append(item.asText());
                }
            }
            return joined.toString();
        }
        return null;
    }
}
