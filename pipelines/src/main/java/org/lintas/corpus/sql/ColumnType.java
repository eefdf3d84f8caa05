package org.lintas.corpus.sql;

import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The DuckDB type of a Parquet column, by the schema that it was written with. */
public final class ColumnType {

    private ColumnType() {}

    /** The type in SQL. */
    public static String of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Date) {
            return "DATE";
        }
        if (logical instanceof LogicalTypes.TimestampMillis || logical instanceof LogicalTypes.TimestampMicros) {
            return "TIMESTAMPTZ";
        }
        return switch (schema.getType()) {
            case UNION ->
                of(schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow());
            case ARRAY -> of(schema.getElementType()) + "[]";
            case RECORD ->
                schema.getFields().stream()
                        .map(field -> '"' + field.name() + "\" " + of(field.schema()))
                        .collect(Collectors.joining(", ", "STRUCT(", ")"));
            case STRING, ENUM -> "VARCHAR";
            case BYTES, FIXED -> "BLOB";
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case MAP, NULL -> throw new IllegalArgumentException("unsupported column type " + schema);
        };
    }
}
