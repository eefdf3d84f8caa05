package org.lintas.dataset;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetReader;
import org.lintas.schemas.Dataset;

/** Opens Parquet readers of part files, of any version: columns that a file lacks have their defaults. */
final class PartReader {

    private PartReader() {}

    /** Reads the rows of a part file that a filter lets through, in their order. */
    static <T extends SpecificRecord> ParquetReader<T> open(
            Dataset dataset, PartInput input, FilterCompat.Filter filter) throws IOException {
        var model = new SpecificData();
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        var conf = new Configuration(false);
        AvroReadSupport.setAvroReadSchema(conf, dataset.schema());
        return AvroParquetReader.<T>builder(input, new HadoopParquetConfiguration(conf))
                .withDataModel(model)
                .withFilter(filter)
                .build();
    }

    /** Reads all rows of a part file, in their order. */
    static <T extends SpecificRecord> ParquetReader<T> open(Dataset dataset, String file) throws IOException {
        var input = new PartInput(file, FileSystems.matchSingleFileSpec(file).sizeBytes());
        return open(dataset, input, FilterCompat.NOOP);
    }

    /** Reads some columns of all rows of a part file, in their order; nothing else of the file is read. */
    static ParquetReader<GenericRecord> project(Dataset dataset, PartInput input, List<String> columns)
            throws IOException {
        Schema projection = Schema.createRecord(
                dataset.schema().getName(),
                null,
                dataset.schema().getNamespace(),
                false,
                columns.stream()
                        .map(column -> new Schema.Field(
                                dataset.schema().getField(column),
                                dataset.schema().getField(column).schema()))
                        .toList());
        var conf = new Configuration(false);
        AvroReadSupport.setRequestedProjection(conf, projection);
        AvroReadSupport.setAvroReadSchema(conf, projection);
        return AvroParquetReader.<GenericRecord>builder(input, new HadoopParquetConfiguration(conf))
                .withDataModel(GenericData.get())
                .build();
    }
}
