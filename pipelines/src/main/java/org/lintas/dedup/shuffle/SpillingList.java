package org.lintas.dedup.shuffle;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.storage.TemporaryFiles;

/** A list of rows that keeps its first ones in memory and the others in a temporary file, which {@link #close} deletes. */
final class SpillingList<T extends SpecificRecord> implements AutoCloseable {

    private final Class<T> type;
    private final int inMemory;
    private final List<T> first = new ArrayList<>();
    private Path file;
    private OutputStream out;
    private BinaryEncoder encoder;
    private final SpecificDatumWriter<T> writer;
    private long spilled;

    /**
     * An empty list.
     *
     * @param inMemory how many rows are kept in memory
     */
    SpillingList(Class<T> type, int inMemory) {
        this.type = type;
        this.inMemory = inMemory;
        this.writer = new SpecificDatumWriter<>(type);
    }

    void add(T row) throws IOException {
        if (first.size() < inMemory) {
            first.add(row);
            return;
        }
        if (out == null) {
            file = Files.createTempFile(TemporaryFiles.folder(), "lintas-duplicates", ".avro");
            out = new BufferedOutputStream(Files.newOutputStream(file));
            encoder = EncoderFactory.get().binaryEncoder(out, null);
        }
        writer.write(row, encoder);
        spilled++;
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /** Passes every row to a consumer, in the order of adding. */
    void forEach(Consumer<T> consumer) throws IOException {
        first.forEach(consumer);
        if (out == null) {
            return;
        }
        encoder.flush();
        var reader = new SpecificDatumReader<>(type);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(in, null);
            for (long i = 0; i < spilled; i++) {
                consumer.accept(reader.read(null, decoder));
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            Files.delete(file);
        }
    }
}
