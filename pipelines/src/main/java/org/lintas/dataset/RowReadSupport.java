package org.lintas.dataset;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;

/** Reads Parquet as Avro rows. Times of a part file are microseconds; those of earlier builds are milliseconds, and are read as such. */
final class RowReadSupport<T> extends AvroReadSupport<T> {

    RowReadSupport(GenericData model) {
        super(model);
    }

    @Override
    public ReadContext init(ParquetConfiguration conf, Map<String, String> footer, MessageType file) {
        ReadContext context = super.init(conf, footer, file);
        if (!isInMilliseconds(file)) {
            return context;
        }
        // The schema of the rows is among them.
        var metadata = new HashMap<>(context.getReadSupportMetadata());
        metadata.replaceAll((key, value) -> value.replace("\"timestamp-micros\"", "\"timestamp-millis\""));
        return new ReadContext(context.getRequestedSchema(), metadata);
    }

    private static boolean isInMilliseconds(MessageType file) {
        return file.getFields().stream()
                .anyMatch(column -> column.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time
                        && time.getUnit() == TimeUnit.MILLIS);
    }
}
