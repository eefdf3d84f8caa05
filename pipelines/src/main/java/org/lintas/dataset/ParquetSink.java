package org.lintas.dataset;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileIO;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.lintas.progress.Progress;
import org.lintas.schemas.Dataset;

/**
 * Writes one part file of a dataset: rows sorted, zstd, page index, Bloom filters, three-level lists, versions in the file
 * metadata. Rows are held until the file is complete, which {@link WriteDataset} keeps to a size.
 */
public final class ParquetSink<T extends SpecificRecord> implements FileIO.Sink<T> {

    private static final long serialVersionUID = 1;

    /** Large enough for scans, small enough to hold in memory while it is written. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** Ids are unique: a filter for this many distinct values in a row group at 1 % false positives takes 120 KB. */
    private static final long BLOOM_DISTINCT = 100_000;

    private final Dataset dataset;
    private final Map<String, String> metadata;
    private transient List<T> rows;
    private transient WritableByteChannel channel;

    private ParquetSink(Dataset dataset, Map<String, String> metadata) {
        this.dataset = dataset;
        this.metadata = metadata;
    }

    /**
     * Makes the sink of a dataset.
     *
     * @param metadata key and value pairs for the file footer, such as versions
     */
    public static <T extends SpecificRecord> ParquetSink<T> of(Dataset dataset, Map<String, String> metadata) {
        return new ParquetSink<>(dataset, new TreeMap<>(metadata));
    }

    @Override
    public void open(WritableByteChannel target) {
        rows = new ArrayList<>();
        channel = target;
    }

    @Override
    public void write(T row) {
        rows.add(row);
    }

    @Override
    public void flush() throws IOException {
        rows.sort(new RowOrder(dataset));
        try (ParquetWriter<T> writer = writer()) {
            for (T row : rows) {
                writer.write(row);
            }
        }
        Progress.ROWS_WRITTEN.add(rows.size());
        rows = null;
    }

    private ParquetWriter<T> writer() throws IOException {
        var footer = new TreeMap<>(metadata);
        footer.put("lintas.dataset", dataset.folder());
        footer.put("lintas.sort", String.join(",", dataset.sort()));
        var conf = new Configuration(false);
        conf.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        var model = new SpecificData();
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        RowWriter<T> builder = new RowWriter<T>(new ChannelOutputFile(channel), dataset.schema(), model)
                .withConf(conf)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withWriteMode(ParquetFileWriter.Mode.CREATE)
                .withExtraMetaData(footer);
        for (String column : dataset.bloom()) {
            builder.withBloomFilterEnabled(column, true)
                    .withBloomFilterNDV(column, Math.max(1, Math.min(rows.size(), BLOOM_DISTINCT)))
                    .withDictionaryEncoding(column, false);
        }
        return builder.build();
    }
}
