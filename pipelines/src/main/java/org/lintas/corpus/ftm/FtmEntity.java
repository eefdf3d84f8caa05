package org.lintas.corpus.ftm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import org.lintas.text.Sha256;

/**
 * An entity of FollowTheMoney (followthemoney.tech): an id, a schema, and properties that each have a list of texts. Properties without a value
 * are left out.
 */
final class FtmEntity {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** References to entities may hold nothing else. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private static final int ID_DIGITS = 32;
    private static final int LONGEST_ID = 80;

    private final String id;
    private final String schema;
    private final Map<String, List<String>> properties = new LinkedHashMap<>();

    FtmEntity(String id, String schema) {
        this.id = id;
        this.schema = schema;
    }

    /** An id of a kind of entity: the key itself, or a digest of one that holds other characters than letters, digits and hyphens. */
    static String id(String kind, String key) {
        boolean isPlain = key.length() <= LONGEST_ID && ID.matcher(key).matches();
        return "lintas-" + kind + "-" + (isPlain ? key : Sha256.hex(key).substring(0, ID_DIGITS));
    }

    /** The three letters of ISO 639-2 that FollowTheMoney names a language by; empty for an unknown one. */
    static String language(String code) {
        try {
            return Locale.forLanguageTag(code).getISO3Language();
        } catch (MissingResourceException e) {
            return "";
        }
    }

    FtmEntity with(String property, String value) {
        if (value != null && !value.isBlank()) {
            properties.computeIfAbsent(property, any -> new ArrayList<>()).add(value);
        }
        return this;
    }

    FtmEntity with(String property, Collection<String> values) {
        values.forEach(value -> with(property, value));
        return this;
    }

    /** One line of JSON. */
    String json() {
        try {
            Map<String, Object> entity = new LinkedHashMap<>();
            entity.put("id", id);
            entity.put("schema", schema);
            entity.put("properties", properties);
            return JSON.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
