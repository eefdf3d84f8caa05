package org.lintas.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.schemas.CorrectedField;
import org.lintas.schemas.Correction;
import org.lintas.schemas.ReaderGrade;
import org.lintas.text.Printable;

/** Reads a line of a file of corrections: a JSON object. Unknown keys are ignored. */
public final class CorrectionLine {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<CorrectedField, Set<ReaderGrade>> GRADES = Map.of(
            CorrectedField.topic, EnumSet.allOf(ReaderGrade.class),
            CorrectedField.country, EnumSet.of(ReaderGrade.mention, ReaderGrade.none),
            CorrectedField.duplicate, EnumSet.of(ReaderGrade.none),
            CorrectedField.article, EnumSet.of(ReaderGrade.none));

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int MAX_READER = 100;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private CorrectionLine() {}

    /**
     * The decision that a line tells.
     *
     * @param topics codes of the taxonomy
     * @throws IllegalArgumentException with what is wrong and what to give
     */
    public static Correction parse(String line, Collection<String> topics) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is not valid JSON: " + e.getOriginalMessage(), e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("is no JSON object; give one decision a line");
        }
        CorrectedField field = constant(CorrectedField.class, node, "field", EnumSet.allOf(CorrectedField.class));
        return Correction.newBuilder()
                .setArticleId(id(node, "article_id"))
                .setField(field)
                .setValue(value(node, field, topics))
                .setGrade(constant(ReaderGrade.class, node, "grade", GRADES.get(field)))
                .setReader(reader(node))
                .setDecidedAt(time(node))
                .build();
    }

    private static String value(JsonNode node, CorrectedField field, Collection<String> topics) {
        return switch (field) {
            case topic -> one(node, topics, "give a code of the taxonomy");
            case country -> one(node, COUNTRIES, "give two capital letters (ISO 3166-1)");
            case duplicate -> id(node, "value");
            case article -> "";
        };
    }

    private static String one(JsonNode node, Collection<String> known, String instead) {
        String value = text(node, "value");
        if (!known.contains(value)) {
            throw wrong("value", value, instead);
        }
        return value;
    }

    private static String id(JsonNode node, String key) {
        String id = text(node, key);
        if (!id.matches("[0-9a-f]{32}")) {
            throw wrong(key, id, "give the 32 hexadecimal digits of an article_id");
        }
        return id;
    }

    private static String reader(JsonNode node) {
        String reader = node.has("reader") ? text(node, "reader") : "";
        if (reader.length() > MAX_READER || reader.chars().anyMatch(Character::isISOControl)) {
            throw wrong("reader", reader, "give a name of at most " + MAX_READER + " characters");
        }
        return reader;
    }

    private static Instant time(JsonNode node) {
        String at = text(node, "at");
        try {
            OffsetDateTime time = OffsetDateTime.parse(at);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return Instant.ofEpochMilli(time.toInstant().toEpochMilli());
            }
        } catch (DateTimeException e) {
            throw (IllegalArgumentException)
                    wrong("at", at, "give a time such as 2026-11-27T10:00:00Z").initCause(e);
        }
        throw wrong("at", at, "give a year from " + FIRST_YEAR + " to " + LAST_YEAR);
    }

    private static <E extends Enum<E>> E constant(Class<E> kind, JsonNode node, String key, Set<E> allowed) {
        String name = text(node, key);
        Optional<E> constant = Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(name) && allowed.contains(one))
                .findFirst();
        return constant.orElseThrow(() ->
                wrong(key, name, "give " + allowed.stream().map(Enum::name).collect(Collectors.joining(" or "))));
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("has no text for \"" + key + "\"");
        }
        return value.textValue();
    }

    private static IllegalArgumentException wrong(String key, String value, String instead) {
        return new IllegalArgumentException("\"" + key + "\": '" + Printable.beginning(value) + "'; " + instead);
    }
}
