package org.lintas.dataset;

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
 * Writes Avro rows as Parquet. Avro enums become strings, because readers such as Arrow and pandas return bytes for Parquet's ENUM type.
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
        return new AvroWriteSupport<>(
                new MessageType(
                        columns.getName(),
                        columns.getFields().stream().map(RowWriter::withStrings).toList()),
                schema,
                model);
    }

    private static Type withStrings(Type type) {
        if (!type.isPrimitive()) {
            GroupType group = type.asGroupType();
            return group.withNewFields(
                    group.getFields().stream().map(RowWriter::withStrings).toList());
        }
        return type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
                ? Types.primitive(type.asPrimitiveType().getPrimitiveTypeName(), type.getRepetition())
                        .as(LogicalTypeAnnotation.stringType())
                        .named(type.getName())
                : type;
    }
}
