package org.lintas.dataset;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.lintas.schemas.Dataset;

/** Opens part files, of any version: missing columns get their defaults. Changed pages are told by their checksums. */
public final class PartReader {

    private PartReader() {}

    /** Reads all rows of a part file, in file order. */
    public static <T extends SpecificRecord> PartRows<T> open(Dataset dataset, StoredPart part) throws IOException {
        return PartRows.all(part, reader(dataset, part, FilterCompat.NOOP));
    }

    /** Reads the rows of a part file that a filter accepts, in file order. */
    static <T extends SpecificRecord> PartRows<T> open(Dataset dataset, StoredPart part, FilterCompat.Filter filter)
            throws IOException {
        return PartRows.some(part, reader(dataset, part, filter));
    }

    private static <T extends SpecificRecord> ParquetReader<T> reader(
            Dataset dataset, StoredPart part, FilterCompat.Filter filter) throws IOException {
        var conf = new Configuration(false);
        AvroReadSupport.setAvroReadSchema(conf, dataset.schema());
        return new ReaderOfRows<T>(part, new HadoopParquetConfiguration(conf))
                .withFilter(filter)
                .usePageChecksumVerification()
                .build();
    }

    private static final class ReaderOfRows<T> extends ParquetReader.Builder<T> {

        ReaderOfRows(StoredPart part, ParquetConfiguration conf) throws IOException {
            super(new PartInput(part), conf);
        }

        @Override
        protected ReadSupport<T> getReadSupport() {
            return new RowReadSupport<>(PartWriter.model());
        }
    }

    /** Reads only some columns of all rows of a part file, in file order. */
    public static PartRows<GenericRecord> project(Dataset dataset, StoredPart part, List<String> columns)
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
        return PartRows.all(
                part,
                AvroParquetReader.<GenericRecord>builder(new PartInput(part), new HadoopParquetConfiguration(conf))
                        .withDataModel(GenericData.get())
                        .usePageChecksumVerification()
                        .build());
    }
}
