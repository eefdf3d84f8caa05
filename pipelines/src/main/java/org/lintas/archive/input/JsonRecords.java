package org.lintas.archive.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Function;
import org.lintas.record.Rejects;
import org.lintas.schemas.RejectReason;

/** Reads articles from JSON objects; fields are mapped by {@link FieldNames}. */
public final class JsonRecords {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ArticleFields fields;

    public JsonRecords(FieldNames fields) {
        this.fields = new ArticleFields(fields);
    }

    /** Parses one object and passes it to the sink; invalid bytes become a reject. */
    public void read(String file, long offset, byte[] bytes, RecordSink sink) {
        JsonNode object;
        try {
            object = JSON.readTree(bytes);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            String detail = e instanceof JsonProcessingException json ? json.getOriginalMessage() : Rejects.cause(e);
            sink.reject(RejectReason.INVALID_JSON, file, offset, String.valueOf(detail));
            return;
        }
        if (!object.isObject()) {
            sink.reject(RejectReason.INVALID_JSON, file, offset, "not an object");
            return;
        }
        fields.read(file, offset, valuesOf(object), bytes, sink);
    }

    /** Whether bytes are valid JSON. */
    public static boolean isValidJson(byte[] bytes) {
        try {
            JSON.readTree(bytes);
            return true;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /** Whether bytes are an object with the text of an article. */
    public boolean isArticle(byte[] bytes) {
        try {
            return fields.hasText(valuesOf(JSON.readTree(bytes)));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /** The values of an object by name or path; list items are joined by line breaks. */
    public static Function<String, String> valuesOf(JsonNode object) {
        return name -> {
            JsonNode node = object;
            for (String step : name.split("\\.")) {
                node = node.path(step);
            }
            return text(node);
        };
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
