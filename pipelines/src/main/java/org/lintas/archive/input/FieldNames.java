package org.lintas.archive.input;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of the fields of an article in JSON, tables and similar formats, in order of preference. A name may be a path
 * with dots.
 *
 * @param names for each of {@link #PARTS} the names to try
 */
public record FieldNames(Map<String, List<String>> names) implements Serializable {

    /** The parts of an article; the keys of {@link #names}. */
    public static final List<String> PARTS =
            List.of("id", "title", "text", "url", "published", "modified", "source", "author", "section");

    /** Names that are common in news dumps. */
    public static final FieldNames DEFAULT = new FieldNames(Map.of(
            "id", List.of("id", "_id", "record_id"),
            "title", List.of("title", "headline"),
            "text", List.of("text", "content", "body", "maintext", "article"),
            "url", List.of("url", "link", "source_url"),
            "published", List.of("published", "published_at", "date_publish", "pubdate", "date", "publish_date"),
            "modified", List.of("modified", "modified_at", "date_modify", "updated", "updated_at"),
            "source", List.of("source", "outlet", "publisher", "source_domain"),
            "author", List.of("author", "authors", "byline"),
            "section", List.of("section", "category")));

    /** The top-level fields of all parts: the first steps of paths. */
    public Set<String> firstSteps() {
        return PARTS.stream().flatMap(part -> firstSteps(part).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The top-level fields of a part. */
    public Set<String> firstSteps(String part) {
        return names.get(part).stream().map(name -> name.split("\\.")[0]).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The default names with some parts replaced.
     *
     * @param replaced entries such as {@code text=story.body}; several names separated by {@code |}
     * @throws IllegalArgumentException if an entry is not PART=NAME with one of {@link #PARTS}
     */
    public static FieldNames parse(List<String> replaced) {
        var names = new java.util.HashMap<>(DEFAULT.names);
        for (String entry : replaced) {
            int equals = entry.indexOf('=');
            String part = equals < 0 ? "" : entry.substring(0, equals).strip();
            if (!PARTS.contains(part) || equals == entry.length() - 1) {
                throw new IllegalArgumentException(
                        "'" + entry + "' is not PART=NAME with PART one of " + String.join(", ", PARTS));
            }
            names.put(part, List.of(entry.substring(equals + 1).strip().split("\\|")));
        }
        return new FieldNames(Map.copyOf(names));
    }
}
