package org.lintas.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lintas.failure.RunFailure;

/** How the rows of a result are printed; the first row holds the column names. A statement without a result prints nothing. */
enum TableFormat {
    /** Columns for a terminal. */
    TABLE {
        @Override
        String of(List<List<Object>> rows, boolean cut) {
            return TextTable.of(texts(rows), cut);
        }
    },
    /** RFC 4180; null is empty. */
    CSV {
        @Override
        String of(List<List<Object>> rows, boolean cut) {
            return rows.stream()
                    .map(row -> row.stream().map(TableFormat::field).collect(Collectors.joining(",")) + "\n")
                    .collect(Collectors.joining());
        }
    },
    /** An array of objects. */
    JSON {
        @Override
        String of(List<List<Object>> rows, boolean cut) {
            List<Object> names = rows.get(0);
            List<LinkedHashMap<String, Object>> objects = rows.stream()
                    .skip(1)
                    .map(row -> {
                        var object = new LinkedHashMap<String, Object>();
                        for (int c = 0; c < names.size(); c++) {
                            object.put((String) names.get(c), row.get(c));
                        }
                        return object;
                    })
                    .toList();
            try {
                return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(objects) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    /** A table of GitHub's Markdown. */
    MARKDOWN {
        @Override
        String of(List<List<Object>> rows, boolean cut) {
            var lines = texts(rows).stream()
                    .map(row -> row.stream()
                            .map(value -> value.replace("\\", "\\\\")
                                    .replace("|", "\\|")
                                    .replaceAll("\\R", "<br>"))
                            .collect(Collectors.joining(" | ", "| ", " |\n")))
                    .collect(Collectors.toList());
            lines.add(
                    1,
                    IntStream.range(0, rows.get(0).size())
                            .mapToObj(c -> "---")
                            .collect(Collectors.joining(" | ", "| ", " |\n")));
            return String.join("", lines);
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * The format with a name.
     *
     * @throws RunFailure if there is no such format
     */
    static TableFormat named(String name) {
        List<String> names = Arrays.stream(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
        int found = names.indexOf(name);
        if (found < 0) {
            throw RunFailure.usage("--format=" + name + ": give one of " + String.join(", ", names));
        }
        return values()[found];
    }

    /**
     * The rows as text.
     *
     * @param rows numbers, booleans, texts, nulls, and lists of these; the first row holds the column names; empty if the statement has no result
     * @param cut whether long values may be shortened
     */
    abstract String of(List<List<Object>> rows, boolean cut);

    private static List<List<String>> texts(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(String::valueOf).toList())
                .toList();
    }

    /** A field of CSV; null is empty. */
    static String field(Object value) {
        String text = value == null ? "" : String.valueOf(value);
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
