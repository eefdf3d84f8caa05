package org.lintas.dataset;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.lintas.schemas.Dataset;

/** Opens Parquet writers of part files: zstd, page index, Bloom filters, three-level lists, versions in the file metadata. */
public final class PartWriter {

    /** Large enough for scans, small enough to be held in memory while writing. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** More rows would need a Bloom filter of more than a megabyte, so narrow datasets get smaller row groups. */
    private static final long ROW_GROUP_ROWS = 500_000;

    private static final long LEAST_ROW_GROUP_BYTES = 1L << 20;
    private static final int BLOOM_BYTES = 2 << 20;

    /** Share of row groups without a key that are still read. */
    private static final double FALSE_POSITIVES = 0.005;

    private PartWriter() {}

    /**
     * Opens a file for rows in the order of the dataset.
     *
     * @param metadata key and value pairs for the file footer, such as versions
     * @param rows estimated number of rows
     * @param bytes estimated compressed size
     */
    public static <T extends IndexedRecord> ParquetWriter<T> openFor(
            Dataset dataset, Map<String, String> metadata, WritableByteChannel channel, long rows, long bytes)
            throws IOException {
        long perRow = Math.max(1, bytes / Math.max(1, rows));
        long groupBytes = Math.max(LEAST_ROW_GROUP_BYTES, Math.min(ROW_GROUP_BYTES, perRow * ROW_GROUP_ROWS));
        // Sizes are estimates: a filter for twice as many keys is better than a full one.
        long groupRows = Math.max(1, Math.min(rows, 2 * groupBytes / perRow));
        return open(dataset, metadata, channel, groupBytes, groupRows);
    }

    /** How times and days of rows are held in memory. */
    static SpecificData model() {
        var model = new SpecificData();
        model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        // Of files that earlier builds wrote.
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        return model;
    }

    /**
     * Opens a file with row groups of a size.
     *
     * @param groupRows rows per row group that the Bloom filters are sized for
     */
    static <T extends IndexedRecord> ParquetWriter<T> open(
            Dataset dataset, Map<String, String> metadata, WritableByteChannel channel, long groupBytes, long groupRows)
            throws IOException {
        var footer = new TreeMap<>(metadata);
        footer.put("lintas.dataset", dataset.folder());
        footer.put("lintas.sort", String.join(",", dataset.sort()));
        var conf = new Configuration(false);
        conf.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        RowWriter<T> builder = new RowWriter<T>(new ChannelOutputFile(channel), dataset.schema(), model())
                .withConf(conf)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                .withRowGroupSize(groupBytes)
                .withMaxBloomFilterBytes(BLOOM_BYTES)
                .withWriteMode(ParquetFileWriter.Mode.CREATE)
                .withExtraMetaData(footer);
        for (String column : dataset.bloom()) {
            builder.withBloomFilterEnabled(column, true)
                    .withBloomFilterNDV(column, groupRows)
                    .withBloomFilterFPP(column, FALSE_POSITIVES)
                    .withDictionaryEncoding(column, false);
        }
        return builder.build();
    }
}
