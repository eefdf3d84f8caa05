package org.lintas.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lintas.element.Capture;
import org.lintas.element.Content;
import org.lintas.rejects.Rejects;
import org.lintas.schemas.RejectReason;
import org.lintas.text.Sha256;

/** Reads JSON lines: one object a line, its fields found by {@link FieldNames}. Empty lines count for nothing. */
final class JsonLinesReader implements ArchiveReader {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final int maxLineBytes;
    private final FieldNames fields;

    JsonLinesReader(int maxLineBytes, FieldNames fields) {
        this.maxLineBytes = maxLineBytes;
        this.fields = fields;
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        byte[] head;
        try (InputStream in = source.openAt(0)) {
            head = in.readNBytes(ArchiveFormat.HEAD);
        }
        try (InputStream in = Compression.of(head).decompress(source.openAt(0))) {
            var lines = new LineReader(in, maxLineBytes);
            while (true) {
                boolean more;
                try {
                    more = lines.next();
                } catch (IOException e) {
                    sink.reject(RejectReason.TRUNCATED, file, lines.offset(), String.valueOf(e.getMessage()));
                    return;
                }
                if (!more) {
                    return;
                }
                readLine(file, lines, sink);
            }
        }
    }

    private void readLine(String file, LineReader lines, RecordSink sink) {
        if (lines.tooLong()) {
            String detail = "line of " + lines.length() + " bytes, more than " + maxLineBytes;
            sink.reject(RejectReason.RECORD_TOO_LARGE, file, lines.offset(), detail);
            return;
        }
        if (lines.isBlank()) {
            return;
        }
        byte[] line = lines.line();
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (IOException e) {
            String detail = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            sink.reject(RejectReason.INVALID_JSON, file, lines.offset(), String.valueOf(detail));
            return;
        }
        if (!object.isObject()) {
            sink.reject(RejectReason.INVALID_JSON, file, lines.offset(), "not an object");
            return;
        }
        String url = value(object, "url");
        String id = value(object, "id");
        String recordId = id != null ? id : url != null ? url : "sha256:" + Sha256.hex(line);
        if (value(object, "text") == null) {
            String detail = "no text under " + String.join(", ", fields.names().get("text"));
            sink.reject(Rejects.of("archive", RejectReason.MISSING_TEXT, file, lines.offset(), detail)
                    .setRecordId(recordId)
                    .setUrl(url)
                    .setPayloadDigest(Sha256.hex(line))
                    .build());
            return;
        }
        sink.capture(Capture.newBuilder()
                .setRecordId(recordId)
                .setArchiveFile(file)
                .setArchiveOffset(lines.offset())
                .setUrl(url)
                .setContent(Content.FIELDS)
                .setPayload(ByteBuffer.allocate(0))
                .setFields(values(object))
                .build());
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
