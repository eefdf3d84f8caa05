package org.lintas.dataset;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.beam.sdk.io.FileIO;
import org.lintas.record.Packer;
import org.lintas.schemas.Dataset;

/**
 * Writes the rows of {@link RowBlocks} to one part file. Texts stay bytes: rows are read without the property that makes Avro decode strings, and
 * Parquet takes them as they are.
 */
final class BlockSink implements FileIO.Sink<byte[]> {

    private static final long serialVersionUID = 1;

    private final Dataset dataset;
    private final ParquetSink<GenericRecord> rows;
    private transient GenericDatumReader<GenericRecord> reader;
    private transient BinaryDecoder decoder;

    private BlockSink(Dataset dataset, ParquetSink<GenericRecord> rows) {
        this.dataset = dataset;
        this.rows = rows;
    }

    /**
     * Creates the sink of a dataset.
     *
     * @param metadata key and value pairs for the file footer, such as versions
     */
    static BlockSink of(Dataset dataset, Map<String, String> metadata) {
        return new BlockSink(dataset, ParquetSink.of(dataset, metadata));
    }

    @Override
    public void open(WritableByteChannel channel) throws IOException {
        reader = new GenericDatumReader<>(withBytes(dataset.schema()));
        rows.open(channel);
    }

    /** The schema without the property by which Avro makes a {@link String} of a string. */
    private static Schema withBytes(Schema schema) {
        return new Schema.Parser()
                .parse(schema.toString()
                        .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\""));
    }

    @Override
    public void write(byte[] block) throws IOException {
        byte[] bytes;
        try (var packer = new Packer()) {
            bytes = RowBlocks.unpack(block, packer);
        }
        decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
        for (int i = RowBlocks.rows(block); i > 0; i--) {
            rows.write(reader.read(null, decoder));
        }
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }
}
