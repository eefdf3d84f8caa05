package org.lintas.dataset;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Writes Avro rows as Parquet. Avro enums become strings, because readers such as Arrow and pandas return bytes for Parquet's ENUM type. Columns
 * have the ids of the schema ({@code field-id}, {@code element-id}, as Iceberg's specification names them), by which table formats know them.
 */
final class RowWriter<T> extends ParquetWriter.Builder<T, RowWriter<T>> {

    private final Schema schema;
    private final GenericData model;

    RowWriter(OutputFile file, Schema schema, GenericData model) {
        super(file);
        this.schema = schema;
        this.model = model;
    }

    @Override
    protected RowWriter<T> self() {
        return this;
    }

    // Required by the builder; called if a Hadoop configuration was given.
    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<T> getWriteSupport(Configuration conf) {
        MessageType columns = new AvroSchemaConverter(conf).convert(schema);
        return new AvroWriteSupport<>(new MessageType(columns.getName(), fields(columns, schema)), schema, model);
    }

    private static List<Type> fields(GroupType group, Schema row) {
        return row.getFields().stream()
                .map(field -> adapted(group.getType(field.name()), field.schema())
                        .withId(id(field.getObjectProp("field-id"))))
                .toList();
    }

    private static Type adapted(Type type, Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                adapted(
                        type,
                        schema.getTypes().stream()
                                .filter(any -> any.getType() != Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow());
            case RECORD -> type.asGroupType().withNewFields(fields(type.asGroupType(), schema));
            case ARRAY -> {
                GroupType repeated = type.asGroupType().getType(0).asGroupType();
                Type element = adapted(repeated.getType(0), schema.getElementType())
                        .withId(id(schema.getObjectProp("element-id")));
                yield type.asGroupType().withNewFields(repeated.withNewFields(element));
            }
            case ENUM ->
                Types.primitive(type.asPrimitiveType().getPrimitiveTypeName(), type.getRepetition())
                        .as(LogicalTypeAnnotation.stringType())
                        .named(type.getName());
            default -> type;
        };
    }

    private static int id(Object property) {
        return ((Number) property).intValue();
    }
}
