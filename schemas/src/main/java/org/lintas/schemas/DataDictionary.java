package org.lintas.schemas;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** The data dictionary, in Markdown, as the schemas tell it. */
public final class DataDictionary {

    private DataDictionary() {}

    /** The whole dictionary: a section per dataset, a row per column. */
    public static String markdown() {
        var out = new StringBuilder();
        out.append("# Data dictionary\n\n");
        out.append("Made from the Avro schemas in `src/main/avro`; a test fails when the two differ.\n");
        for (Dataset dataset : Dataset.values()) {
            section(dataset, out);
        }
        return out.toString();
    }

    private static void section(Dataset dataset, StringBuilder out) {
        out.append("\n## ").append(dataset.folder()).append("\n\n");
        out.append(dataset.schema().getDoc()).append("\n\n");
        dataset.partition()
                .ifPresent(
                        column -> out.append("Partitioned by `").append(column).append("`. "));
        out.append("Sorted in each file by ").append(code(dataset.sort()));
        out.append("; Bloom filters on ").append(code(dataset.bloom())).append(".\n\n");
        out.append("| column | type | what | example | since |\n| --- | --- | --- | --- | --- |\n");
        for (Schema.Field field : dataset.schema().getFields()) {
            out.append("| `").append(field.name()).append("` | ");
            out.append(type(field.schema())).append(" | ");
            out.append(cell(field.doc())).append(" | `");
            out.append(cell(String.valueOf(field.getObjectProp("example")))).append("` | ");
            out.append(field.getObjectProp("since")).append(" |\n");
        }
    }

    private static String code(List<String> columns) {
        return columns.stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static String type(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return "timestamp, UTC";
        }
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                                .filter(s -> s.getType() != Schema.Type.NULL)
                                .map(DataDictionary::type)
                                .collect(Collectors.joining(" or "))
                        + ", nullable";
            case ARRAY -> "list of " + type(schema.getElementType());
            case RECORD ->
                schema.getFields().stream()
                        .map(f -> f.name() + ": " + type(f.schema()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case ENUM -> String.join(" \\| ", schema.getEnumSymbols());
            default -> schema.getType().getName();
        };
    }
}
