package org.lintas.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.lintas.schemas.Dataset;

/** The view of a dataset without a file, as a small corpus may have: no rows, and the columns that rows would have. */
final class EmptyView {

    private EmptyView() {}

    /** The statement that makes it. */
    static String sql(Dataset dataset) {
        List<String> columns = new ArrayList<>();
        for (Schema.Field field : dataset.schema().getFields()) {
            columns.add("CAST(NULL AS " + type(field.schema()) + ") AS \"" + field.name() + '"');
        }
        dataset.partition()
                .filter(name -> dataset.schema().getField(name) == null)
                .ifPresent(name -> columns.add("CAST(NULL AS VARCHAR) AS \"" + name + '"'));
        return "CREATE OR REPLACE VIEW " + dataset.folder() + " AS SELECT " + String.join(", ", columns)
                + " WHERE false";
    }

    /** The type that DuckDB reads a column of Parquet as. */
    private static String type(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Date) {
            return "DATE";
        }
        if (logical instanceof LogicalTypes.TimestampMillis || logical instanceof LogicalTypes.TimestampMicros) {
            return "TIMESTAMPTZ";
        }
        return switch (schema.getType()) {
            case UNION ->
                type(schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow());
            case ARRAY -> type(schema.getElementType()) + "[]";
            case RECORD ->
                schema.getFields().stream()
                        .map(field -> '"' + field.name() + "\" " + type(field.schema()))
                        .collect(Collectors.joining(", ", "STRUCT(", ")"));
            case STRING, ENUM -> "VARCHAR";
            case BYTES, FIXED -> "BLOB";
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case MAP, NULL -> throw new IllegalArgumentException("no column is of type " + schema);
        };
    }
}
